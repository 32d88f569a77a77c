import { numberArgument, optional, readFields, secondsArgument } from './lib/arguments.ts';

/** The longest that setTimeout takes; what is longer fires at once. */
const MAX_TIMEOUT = 0x7fff_ffff;
const LEAD_SECONDS = 30;

export interface RenewalOptions {
  /** The current time in seconds since 1970, fractions allowed; the clock unless given. */
  now?: number | undefined;
  /** How many seconds before the expire to renew; 30 unless given, as ZEGO's SDKs warn then. */
  leadSeconds?: number | undefined;
}

/**
 * How long to wait before a token should be renewed, in milliseconds, from 0 to 2147483647: what
 * setTimeout takes. After so long a wait, ask again.
 *
 * @param expire the token's expire, in seconds since 1970
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { renewalDelay } from '@token04/core';
 *
 * renewalDelay(1700003600, { now: 1700000000 }); // → 3570000
 * renewalDelay(1700003600, { now: 1700003590 }); // → 0
 * ```
 */
export function renewalDelay(expire: number, options: RenewalOptions = {}): number {
  const { now, leadSeconds } = readFields(options, 'options', {
    now: optional(numberArgument, Date.now() / 1000),
    leadSeconds: optional(secondsArgument, LEAD_SECONDS),
  });
  const delay = numberArgument(expire, 'expire') - leadSeconds - now;
  return Math.min(Math.max(Math.round(delay * 1000), 0), MAX_TIMEOUT);
}
