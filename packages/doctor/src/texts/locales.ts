import type { CodeTexts } from './code-texts.ts';
import { codes as enCodes } from './en/codes.ts';
import { en } from './en/texts.ts';
import type { Locale, LocaleTexts } from './texts.ts';
import { codes as zhCNCodes } from './zh-CN/codes.ts';
import { zhCN } from './zh-CN/texts.ts';

const TEXTS: { readonly [locale in Locale]: LocaleTexts } = { en, 'zh-CN': zhCN };
const CODE_TEXTS: { readonly [locale in Locale]: CodeTexts } = {
  en: enCodes,
  'zh-CN': zhCNCodes,
};

/** @throws RangeError for a locale that there are no texts in. */
export function textsOf(locale: Locale): LocaleTexts {
  return of(TEXTS, locale);
}

/** @throws RangeError for a locale that there are no texts in. */
export function codeTextsOf(locale: Locale): CodeTexts {
  return of(CODE_TEXTS, locale);
}

function of<Texts>(texts: { readonly [locale in Locale]: Texts }, locale: Locale): Texts {
  if (Object.hasOwn(texts, locale)) return texts[locale];
  const got = String(locale).slice(0, 20);
  throw new RangeError(`locale must be 'en' or 'zh-CN', got '${got}'`);
}
