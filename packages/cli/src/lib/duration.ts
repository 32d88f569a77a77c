import { MAX_EFFECTIVE_TIME_IN_SECONDS } from '@token04/core/format';
import { got, UsageError } from './usage-error.ts';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const NAMES = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;
type Unit = keyof typeof SECONDS;

/** `90s`, `30m`, `24h` or `7d`, in seconds. */
export function parseDuration(text: string, option: string): number {
  const match = /^(\d{1,12})([smhd])$/.exec(text);
  if (match === null) {
    throw new UsageError(
      `${option} must be a duration such as 90s, 30m, 24h or 7d, got ${got(text)}`,
    );
  }
  return Number(match[1]) * SECONDS[match[2] as Unit];
}

/** How long a token is good, in seconds: at most ten years, as more is a timestamp by mistake. */
export function parseLifetime(text: string, option: string): number {
  const seconds = parseDuration(text, option);
  if (seconds >= 1 && seconds <= MAX_EFFECTIVE_TIME_IN_SECONDS) return seconds;
  const longest = MAX_EFFECTIVE_TIME_IN_SECONDS / SECONDS.d;
  throw new UsageError(`${option} must be from 1s to ${longest}d (ten years), got ${got(text)}`);
}

/**
 * A whole number of the largest unit that fits, such as "59 min"; in Chinese with a blank, such as "59 分钟",
 * which Intl leaves out.
 */
export function formatDuration(seconds: number, locale = 'en'): string {
  const units: Unit[] = ['d', 'h', 'm', 's'];
  const unit = units.find((one) => seconds >= SECONDS[one]) ?? 's';
  return new Intl.NumberFormat(locale, { style: 'unit', unit: NAMES[unit] })
    .format(Math.floor(seconds / SECONDS[unit]))
    .replace(/(?<=\d)(?=\p{Script=Han})/u, ' ');
}
