import type { Locale } from '@token04/doctor';
import type { Texts } from './en.ts';

/** The latest time that a Date can hold, in seconds since 1970. */
const MAX_TIME = 8_640_000_000_000;

const DATE = { year: 'numeric', day: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

// Both with the offset of the zone, since whoever helps may be in another zone.
const FORMATS: { readonly [locale in Locale]: Intl.DateTimeFormat } = {
  en: new Intl.DateTimeFormat('en', {
    ...DATE,
    month: 'short',
    ...TIME,
    timeZoneName: 'shortOffset',
  }),
  // 2026年11月30日 08:12:30 is how it is written; the zone follows.
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { ...DATE, month: 'long', ...TIME }),
};
const ZONE = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset' });

/** A second since 1970 as date and time of day in the reader's time zone. */
export function formatTime(seconds: number, locale: Locale, texts: Texts): string {
  if (Math.abs(seconds) > MAX_TIME) return texts.verdict.outOfRange(seconds);
  const text = FORMATS[locale].format(seconds * 1000);
  return locale === 'en' ? text : `${text}（${zoneOf(seconds)}）`;
}

function zoneOf(seconds: number): string {
  const parts = ZONE.formatToParts(seconds * 1000);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** A second since 1970 for readers in any zone: `2026-11-30 08:12:30 UTC`. */
export function formatUtc(seconds: number): string {
  if (Math.abs(seconds) > MAX_TIME) return String(seconds);
  const [date, time] = new Date(seconds * 1000).toISOString().split('T');
  return `${date} ${time?.slice(0, 8)} UTC`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * A number of seconds, zero or more, in its two largest units, as the language writes them; in Chinese
 * with blanks, such as "1 小时 13 分钟", which Intl leaves out.
 */
export function formatDuration(seconds: number, locale: Locale): string {
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
    .map(({ unit, count }) => {
      const style = { style: 'unit', unit, unitDisplay: 'short' } as const;
      return new Intl.NumberFormat(locale, style)
        .format(count)
        .replace(/(?<=\d)(?=\p{Script=Han})/u, ' ');
    })
    .join(' ');
}
