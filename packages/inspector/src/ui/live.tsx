import { type Signal, signal } from '@preact/signals';
import type { JSX } from 'preact';

const announcement: Signal<string> = signal('');

/** Says something to screen readers, once they have finished what they are saying. */
export function announce(text: string): void {
  announcement.value = text;
}

export function LiveRegion(): JSX.Element {
  return (
    <p class="visually-hidden" role="status">
      {announcement}
    </p>
  );
}
