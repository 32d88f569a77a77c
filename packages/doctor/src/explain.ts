import type { Finding } from './findings.ts';
import { textsOf } from './texts/locales.ts';
import type { Locale, LocaleTexts } from './texts/texts.ts';

/** The texts of a finding. */
export interface Explanation {
  /** What is wrong, in a line. */
  title: string;
  /** Why, and how it comes about; empty where the title says all. */
  detail: string;
  /** What to do. */
  nextStep: string;
}

const UNITS = [
  ['year', 365 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/**
 * The texts of a finding: what is wrong, why, and the next step. English unless another locale is
 * given.
 *
 * @throws RangeError for a locale that there are no texts in.
 *
 * @example
 * ```js
 * import { diagnose, explain } from '@token04/doctor';
 *
 * const { findings } = await diagnose('03AAAAAGVT');
 * explain(findings[0], 'zh-CN').title; // → '这是 03 版本的 Token'
 * ```
 */
export function explain(finding: Finding, locale: Locale = 'en'): Explanation {
  return explainBy(textsOf(locale), finding);
}

/** The texts of a finding in one language. */
export function explainBy({ locale, findings }: LocaleTexts, finding: Finding): Explanation {
  const text = findings[finding.id];
  const duration = (seconds: string | number | undefined): string =>
    formatDuration(Number(seconds), locale);
  const [title, detail, nextStep] =
    typeof text === 'function' ? text(finding.values, duration) : text;
  return { title, detail, nextStep };
}

/** In the largest unit of which there are two, `'3 hours'` or `'3小时'`; or else in seconds. */
function formatDuration(seconds: number, locale: Locale): string {
  const [unit, length] = UNITS.find(([, each]) => seconds >= 2 * each) ?? ['second', 1];
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.round(seconds / length));
}
