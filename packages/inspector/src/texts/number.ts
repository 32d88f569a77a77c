import type { Locale } from '@token04/doctor';

const FORMATS: { readonly [locale in Locale]: Intl.NumberFormat } = {
  en: new Intl.NumberFormat('en'),
  'zh-CN': new Intl.NumberFormat('zh-CN'),
};

/** A count for a sentence, with its thousands apart. */
export function formatNumber(count: number, locale: Locale): string {
  return FORMATS[locale].format(count);
}
