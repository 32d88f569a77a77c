import { MAX_EFFECTIVE_TIME_IN_SECONDS } from '@token04/core/format';
import type { Token04Claims } from '@token04/core/web';
import { type Finding, finding } from '../findings.ts';
import { type DiagnoseOptions, nowOf } from '../options.ts';
import { PRODUCTS } from '../products.ts';

const DAY = 86_400;
/** A clock that is ahead by more needs to be looked at. Official .NET rounds up by half a second. */
const CLOCK_SKEW = 60;
/** As seconds this is the year 5138; as milliseconds it was in 1973. */
const MILLISECONDS = 1e11;

/** What the clock says. Without a secret this is the outer expire, which anyone can have written. */
export function* expiryFindings(expire: number, options: DiagnoseOptions): Generator<Finding> {
  const { service, clockToleranceInSeconds = 0 } = options;
  const { leastLeft = -Infinity, longestLifetime = Infinity } = PRODUCTS[service ?? 'express'];
  // What ZIM measures is from now, not from ctime, and without a tolerance.
  const now = nowOf(options);
  const left = expire - now;
  if (left + clockToleranceInSeconds <= 0) {
    yield finding('expired', { secondsAgo: Math.ceil(now - expire) });
  } else if (left < leastLeft) {
    yield finding('expires-soon', { secondsLeft: Math.max(0, Math.floor(left)) });
  } else if (left > longestLifetime) {
    yield finding('product-lifetime', { left: Math.floor(left) });
  }
}

export function* timeFindings(
  { ctime, expire }: Token04Claims,
  options: DiagnoseOptions,
): Generator<Finding> {
  yield* expiryFindings(expire, options);
  const { clockToleranceInSeconds = 0 } = options;
  const ttl = expire - ctime;
  if (ttl <= 0) yield finding('ttl-not-positive', { ttl });
  if (isMilliseconds(ttl)) yield finding('ttl-milliseconds', { ttl });
  else if (ttl > MAX_EFFECTIVE_TIME_IN_SECONDS) yield finding('ttl-timestamp', { ttl });

  const ahead = ctime - nowOf(options);
  if (ctime >= MILLISECONDS) yield finding('times-in-milliseconds');
  else if (ahead > CLOCK_SKEW + clockToleranceInSeconds) {
    yield finding('made-in-the-future', { secondsAhead: Math.floor(ahead) });
  }
}

/**
 * Half an hour in milliseconds is three weeks in seconds, which is rarely meant. Whole days are,
 * but for 125 of them, which are three hours.
 */
function isMilliseconds(ttl: number): boolean {
  const isWholeMinutes = ttl >= 1_800_000 && ttl < 1e9 && ttl % 60_000 === 0;
  return isWholeMinutes && (ttl % DAY !== 0 || ttl % (125 * DAY) === 0);
}
