import { generateToken04 } from '@token04/core';
import { vi } from 'vitest';

/** 2023-11-14T22:13:20Z, in seconds since 1970. */
export const START = 1_700_000_000;
export const SECRET = 'fa94dd0f974cf2e293728a526b028271';

/** Fake time, from START on; no jitter unless a test brings its own. */
export function useFakeTime(): void {
  vi.useFakeTimers({ now: START * 1000 });
  vi.spyOn(Math, 'random').mockReturnValue(0);
}

/** A token that is good for so many seconds from now. */
export function lasting(seconds: number): string {
  return generateToken04(1, 'demo', SECRET, seconds);
}

export interface Pending {
  readonly signal: AbortSignal;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** A `fetchToken` whose requests wait until the test settles them. */
export function heldEndpoint(): { fetchToken: () => Promise<never>; requests: Pending[] } {
  const requests: Pending[] = [];
  const fetchToken = ({ signal }: { signal: AbortSignal }): Promise<never> =>
    new Promise((resolve, reject) => {
      requests.push({ signal, resolve: resolve as (answer: unknown) => void, reject });
    });
  return { fetchToken: fetchToken as () => Promise<never>, requests };
}

/** The reason with which a promise rejects, for its properties to be looked at. */
export async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('it did not reject');
    },
    (reason: unknown) => reason,
  );
}
