import { elapsed, type Moment, now } from './clock.ts';
import { backoff, demandedPause } from './failure.ts';

/** In milliseconds, from the end of one request to the start of the next, whoever asks. */
const SHORTEST_PAUSE = 1000;
/** The same after a success, unless `refresh` asks: the new token may have all but ended already. */
const PAUSE_AFTER_SUCCESS = 5000;

/** How soon after one request the next may follow. */
export interface Pace {
  /** How many milliseconds are left until the next; none if 0 or less. */
  wait(): number;
  succeeded(): void;
  failed(error: unknown): void;
  /** There is reason to ask sooner: only what the endpoint demanded, and a second, is waited for. */
  endBackoff(): void;
}

interface Pause {
  /** The end of the request that it follows. */
  readonly since: Moment;
  /** In milliseconds. */
  readonly length: number;
  /** What is left of the length when the back-off ends. */
  readonly shortest: number;
}

export function createPace(): Pace {
  let pause: Pause | undefined;
  let failures = 0;
  return {
    wait: () => (pause === undefined ? 0 : pause.length - elapsed(pause.since)),

    succeeded() {
      failures = 0;
      pause = { since: now(), length: PAUSE_AFTER_SUCCESS, shortest: SHORTEST_PAUSE };
    },

    failed(error) {
      failures += 1;
      const shortest = Math.max(SHORTEST_PAUSE, demandedPause(error));
      pause = { since: now(), length: Math.max(shortest, backoff(failures)), shortest };
    },

    endBackoff() {
      if (pause !== undefined) pause = { ...pause, length: pause.shortest };
    },
  };
}
