import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import * as v from 'valibot';
import { checkFields } from '../lib/arguments.ts';
import type { Identity } from '../lib/options.ts';
import { rateLimitEntries } from '../lib/rate-limit-entries.ts';

export interface RateLimitOptions {
  /** How many tokens a user may ask for in `seconds`. */
  readonly requests: number;
  /** After so many seconds from the first request the count begins anew. */
  readonly seconds: number;
}

const schema = v.strictObject(rateLimitEntries);

/**
 * For `rateLimit`: counts by userId, in the memory of this process.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createRateLimit } from '@token04/server/node';
 *
 * const rateLimit = createRateLimit({ requests: 1, seconds: 60 });
 * await rateLimit({ userId: 'demo' }); // → null
 * await rateLimit({ userId: 'demo' }); // → 60
 * ```
 */
export function createRateLimit(
  options: RateLimitOptions,
): (identity: Identity) => Promise<number | null> {
  const { requests, seconds } = checkFields(schema, options, 'options');
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async ({ userId }) => {
    try {
      await limiter.consume(userId);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return secondsUntilNext(refused, seconds);
    }
  };
}

export function secondsUntilNext({ msBeforeNext }: RateLimiterRes, seconds: number): number {
  // Where the clock was set back, the end of the window lies further away than it is long.
  return Math.min(seconds, Math.ceil(msBeforeNext / 1000));
}
