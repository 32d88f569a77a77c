import { hash } from 'node:crypto';
import * as v from 'valibot';
import { aFunction, aString, checkFields } from '../lib/arguments.ts';
import type { Identity, RateLimitAnswer } from '../lib/options.ts';
import { rateLimitEntries } from '../lib/rate-limit-entries.ts';
import { createRateLimit, type RateLimitOptions } from '../node/rate-limit.ts';
import { followRedis, type RedisChange } from './follow.ts';
import { isRedisUrl, REDIS_URL } from './url.ts';

export type { RedisChange } from './follow.ts';

export interface SharedRateLimitOptions extends RateLimitOptions {
  /**
   * Of Redis or Valkey: `redis://` or, over TLS, `rediss://`, with the password in it. A function is
   * asked for each new connection, so that the password can be rotated.
   */
  readonly redisUrl: string | (() => string);
  /**
   * What happens while Redis cannot be reached: with `'own'` (the default) each process limits by
   * itself, so that a user may have as many times the limit as there are processes; with
   * `'refuse'` nobody is given a token: 503.
   */
  readonly withoutRedis?: 'own' | 'refuse' | undefined;
  /** Before the keys in Redis, `'token04'` unless given: one for each app that shares a Redis. */
  readonly keyPrefix?: string | undefined;
  /** Called once each time that Redis begins or ceases to count, and at the start. */
  readonly onChange?: ((change: RedisChange) => void) | undefined;
}

export interface SharedRateLimit {
  /** For `rateLimit` of the handler. */
  readonly rateLimit: (identity: Identity) => Promise<RateLimitAnswer>;
  /** Whether Redis counts at the moment. */
  isCounting(): boolean;
  /** Closes the connection, which keeps the process alive. */
  end(): Promise<void>;
}

const redisUrl = v.pipe(v.string(REDIS_URL), v.check(isRedisUrl, REDIS_URL));

const schema = v.strictObject({
  ...rateLimitEntries,
  redisUrl: v.union(
    [redisUrl, v.custom<() => string>((value) => typeof value === 'function')],
    `${REDIS_URL}, or a function`,
  ),
  withoutRedis: v.optional(v.picklist(['own', 'refuse'], "'own' or 'refuse'"), 'own'),
  keyPrefix: v.optional(aString, 'token04'),
  onChange: v.optional(aFunction, () => () => {}),
});

/**
 * For `rateLimit`: counts by userId in Redis or Valkey, for all processes together. Redis is given
 * hashes of the user IDs, and keeps nothing but counters that expire.
 *
 * Where Redis is killed, hangs, is read-only, full or not to be reached, each process knows within a
 * second, says so to `onChange`, and goes back when Redis returns.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createSharedRateLimit } from '@token04/server/redis';
 *
 * const limits = createSharedRateLimit({
 *   redisUrl: 'redis://127.0.0.1:1', // where nothing listens
 *   requests: 1,
 *   seconds: 60,
 *   withoutRedis: 'refuse',
 *   onChange: (change) => console.log(change), // { counting: false, reason: 'ECONNREFUSED' }
 * });
 * await limits.rateLimit({ userId: 'demo' }); // → 'unavailable'
 * limits.isCounting(); // → false
 * await limits.end();
 * ```
 */
export function createSharedRateLimit(options: SharedRateLimitOptions): SharedRateLimit {
  const checked = checkFields(schema, options, 'options');
  const { requests, seconds, redisUrl: url, withoutRedis, keyPrefix } = checked;
  const onChange = checked.onChange as (change: RedisChange) => void;
  const redis = followRedis(
    typeof url === 'function' ? url : () => url,
    { requests, seconds, keyPrefix },
    (change) => {
      // A hook that fails changes nothing.
      try {
        onChange(change);
      } catch {}
    },
  );
  // It counts all the time, so that nobody starts anew here when Redis goes.
  const own = withoutRedis === 'own' ? createRateLimit({ requests, seconds }) : undefined;

  return {
    async rateLimit(identity) {
      const wait = (await own?.(identity)) ?? null;
      if (wait !== null) return wait;
      try {
        return await redis.count(hash('sha256', identity.userId, 'base64url'));
      } catch {
        return own === undefined ? 'unavailable' : null;
      }
    },
    isCounting: redis.isCounting,
    end: redis.end,
  };
}
