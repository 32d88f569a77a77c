import type { CodeTexts } from './code-texts.ts';
import { codes as codesEn } from './en/codes.ts';
import { en } from './en/texts.ts';
import type { Texts } from './texts.ts';
import { codes as codesZhCN } from './zh-CN/codes.ts';
import { zhCN } from './zh-CN/texts.ts';

/** A language that the texts are in. */
export type Locale = 'en' | 'zh-CN';

interface LocaleTexts {
  readonly findings: Texts;
  readonly codes: CodeTexts;
}

const LOCALES: { readonly [locale in Locale]: LocaleTexts } = {
  en: { findings: en, codes: codesEn },
  'zh-CN': { findings: zhCN, codes: codesZhCN },
};

/** @throws RangeError for a locale that there are no texts in. */
export function textsOf(locale: Locale): LocaleTexts {
  if (Object.hasOwn(LOCALES, locale)) return LOCALES[locale];
  const got = String(locale).slice(0, 20);
  throw new RangeError(`locale must be 'en' or 'zh-CN', got '${got}'`);
}
