/** A moment on both of a device's clocks, in milliseconds. */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

export function now(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

/**
 * The milliseconds since a moment. The wall clock can be set back; the steady one may stand still
 * while the device sleeps: whichever saw more time pass is believed.
 */
export function elapsed(since: Moment): number {
  return Math.max(Date.now() - since.wall, performance.now() - since.steady);
}
