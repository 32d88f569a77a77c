import { type Signal, signal } from '@preact/signals';

/** The current second since 1970. */
export const now: Signal<number> = signal(currentSecond());

function currentSecond(): number {
  return Math.floor(Date.now() / 1000);
}

/** Sets the clock at once, for what has just been typed: the page may have slept in between. */
export function tick(): void {
  now.value = currentSecond();
}

// Four times a second, so that no second is skipped when a timer is late.
setInterval(tick, 250);
