import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Locale } from '@token04/doctor';
import { recall, remember } from './remembered.ts';
import { en, type Texts } from './texts/en.ts';
import { zhCN } from './texts/zh-cn.ts';

const TEXTS: { readonly [locale in Locale]: Texts } = { en, 'zh-CN': zhCN };

export const locale: Signal<Locale> = signal(chosenLocale() ?? browserLocale());

/** The texts of the page in the language chosen. */
export const texts: ReadonlySignal<Texts> = computed(() => TEXTS[locale.value]);

function chosenLocale(): Locale | undefined {
  const chosen = recall('language') ?? '';
  return Object.hasOwn(TEXTS, chosen) ? (chosen as Locale) : undefined;
}

function browserLocale(): Locale {
  return /^zh\b/i.test(navigator.language) ? 'zh-CN' : 'en';
}

export function chooseLocale(chosen: Locale): void {
  locale.value = chosen;
  remember('language', chosen);
}

effect(() => {
  document.documentElement.lang = locale.value;
  document.title = texts.value.title;
});
