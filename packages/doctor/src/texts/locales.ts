import { en } from './en/texts.ts';
import type { Locale, LocaleTexts } from './texts.ts';
import { zhCN } from './zh-CN/texts.ts';

const LOCALES: { readonly [locale in Locale]: LocaleTexts } = { en, 'zh-CN': zhCN };

/** @throws RangeError for a locale that there are no texts in. */
export function textsOf(locale: Locale): LocaleTexts {
  if (Object.hasOwn(LOCALES, locale)) return LOCALES[locale];
  const got = String(locale).slice(0, 20);
  throw new RangeError(`locale must be 'en' or 'zh-CN', got '${got}'`);
}
