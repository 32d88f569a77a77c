import { readFields } from './check/fields.ts';
import { optional, readNumber, readSeconds } from './check/rules.ts';
import { RENEWAL_LEAD_IN_SECONDS } from './format/limits.ts';

/** The longest that setTimeout takes; what is longer fires at once. */
const MAX_TIMEOUT = 0x7fff_ffff;

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
  const { now, leadSeconds } = readFields(options, 'options', RENEWAL_READERS);
  const delay = readNumber(expire, 'expire') - leadSeconds - (now ?? Date.now() / 1000);
  return Math.min(Math.max(Math.round(delay * 1000), 0), MAX_TIMEOUT);
}

const RENEWAL_READERS = {
  now: /* @__PURE__ */ optional(readNumber),
  leadSeconds: /* @__PURE__ */ optional(readSeconds, RENEWAL_LEAD_IN_SECONDS),
};
