import { type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** Two columns have room beside each other: in step with the style sheet. */
export const isWide: ReadonlySignal<boolean> = matches('(min-width: 64rem)');
/** Sixteen bytes have room beside each other. */
export const fitsSixteen: ReadonlySignal<boolean> = matches('(min-width: 36rem)');

function matches(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const value: Signal<boolean> = signal(list.matches);
  list.addEventListener('change', () => {
    value.value = list.matches;
  });
  return value;
}
