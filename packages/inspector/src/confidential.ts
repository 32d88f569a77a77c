import { batch, type Signal, signal } from '@preact/signals';

const resets: (() => void)[] = [];

/** How often all was cleared. Fields keyed by it are made anew, and their undo history is gone. */
export const clearings: Signal<number> = signal(0);

/** A signal for what the user typed or was shown: {@link clearAll} sets it back. */
export function confidential<T>(initial: T): Signal<T> {
  const value = signal(initial);
  resets.push(() => {
    value.value = initial;
  });
  return value;
}

/** After it nothing that was typed, pasted, read or made is in the page. */
export function clearAll(): void {
  batch(() => {
    for (const reset of resets) reset();
    clearings.value++;
  });
}

/** Whether to {@link clearAll} as soon as the page is hidden: another tab, a locked screen. */
export const clearsWhenHidden: Signal<boolean> = signal(false);

document.addEventListener('visibilitychange', () => {
  if (document.hidden && clearsWhenHidden.value) clearAll();
});
