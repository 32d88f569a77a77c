import type { Locale } from '@token04/doctor';
import { formatDuration } from './duration.ts';
import { got, UsageError } from './usage-error.ts';
import { WORDS } from './words.ts';

/** The option `--now`, in seconds since 1970. */
export function parseNow(text: string): number {
  if (/^\d{1,15}(\.\d{1,9})?$/.test(text)) return Number(text);
  throw new UsageError(`--now must be seconds since 1970, such as 1790000000, got ${got(text)}`);
}

export function clock(): number {
  return Date.now() / 1000;
}

// Swedish, because its dates are those of ISO 8601 and the zone stands behind them by its name.
const LOCAL = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'long' });

/** In the local zone, such as `2026-11-24 21:00:00 UTC`. */
export function formatTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} s after 1970` : LOCAL.format(date);
}

/** When a token ends, with the words for how long that is. */
export function formatExpiry(expire: number, now: number, locale: Locale = 'en'): string {
  const { expiresIn, expiredAgo } = WORDS[locale];
  const duration = formatDuration(Math.abs(expire - now), locale);
  return formatTime(expire) + (now < expire ? expiresIn(duration) : expiredAgo(duration));
}
