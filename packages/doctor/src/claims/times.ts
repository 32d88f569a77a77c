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
export function expiryFindings(expire: number, options: DiagnoseOptions): Finding[] {
  const { service, clockToleranceInSeconds = 0 } = options;
  const now = nowOf(options);
  const product = service && PRODUCTS[service];
  const left = expire + clockToleranceInSeconds - now;
  if (left <= 0) return [finding('expired', { secondsAgo: Math.ceil(now - expire), expire })];
  // What ZIM measures is from now, not from ctime, and without a tolerance.
  if (expire - now < (product?.leastLeft ?? Number.NEGATIVE_INFINITY)) {
    return [finding('expires-soon', { secondsLeft: Math.max(0, Math.floor(expire - now)) })];
  }
  const { longestLifetime = Number.POSITIVE_INFINITY } = product ?? {};
  if (expire - now <= longestLifetime) return [];
  return [
    finding('product-lifetime', { left: Math.floor(expire - now), service: service as string }),
  ];
}

export function timeFindings(
  { ctime, expire }: Token04Claims,
  options: DiagnoseOptions,
): Finding[] {
  const findings = expiryFindings(expire, options);
  const { clockToleranceInSeconds = 0 } = options;
  const now = nowOf(options);
  const ttl = expire - ctime;
  if (ttl <= 0) findings.push(finding('ttl-not-positive', { ttl }));
  if (isMilliseconds(ttl)) findings.push(finding('ttl-milliseconds', { ttl, meant: ttl / 1000 }));
  else if (ttl > MAX_EFFECTIVE_TIME_IN_SECONDS) findings.push(finding('ttl-timestamp', { ttl }));

  if (ctime >= MILLISECONDS) findings.push(finding('times-in-milliseconds'));
  else if (ctime - now > CLOCK_SKEW + clockToleranceInSeconds) {
    findings.push(finding('made-in-the-future', { secondsAhead: Math.floor(ctime - now), ctime }));
  }
  return findings;
}

/**
 * Half an hour in milliseconds is three weeks in seconds, which is rarely meant. Whole days are,
 * but for 125 of them, which are three hours.
 */
function isMilliseconds(ttl: number): boolean {
  const isWholeMinutes = ttl >= 1_800_000 && ttl < 1e9 && ttl % 60_000 === 0;
  return isWholeMinutes && (ttl % DAY !== 0 || ttl % (125 * DAY) === 0);
}
