import type { Locale } from '@token04/doctor';
import type { Texts } from './en.ts';

/** What a Date can hold, in seconds. */
const MAX_TIME = 8_640_000_000_000;

const STYLE = { dateStyle: 'medium', timeStyle: 'long', hourCycle: 'h23' } as const;

const FORMATS: { readonly [locale in Locale]: Intl.DateTimeFormat } = {
  en: new Intl.DateTimeFormat('en', STYLE),
  'zh-CN': new Intl.DateTimeFormat('zh-CN', STYLE),
};

/** A second since 1970 as date and time of day in the reader's time zone. */
export function formatTime(seconds: number, locale: Locale, texts: Texts): string {
  if (Math.abs(seconds) > MAX_TIME) return texts.verdict.outOfRange(seconds);
  return FORMATS[locale].format(seconds * 1000);
}

const UNITS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** A number of seconds, zero or more, in its two largest units. */
export function formatDuration(seconds: number, { duration }: Texts): string {
  let rest = seconds;
  const parts = UNITS.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { unit, count };
  });
  const first = parts.findIndex(({ count }) => count > 0);
  return parts
    .slice(first === -1 ? -1 : first)
    .slice(0, 2)
    .map(({ unit, count }) => duration[unit](count))
    .join(duration.separator);
}
