import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Locale } from '@token04/doctor';
import { en, type Texts } from './texts/en.ts';
import { zhCN } from './texts/zh-cn.ts';

const TEXTS: { readonly [locale in Locale]: Texts } = { en, 'zh-CN': zhCN };

export const locale: Signal<Locale> = signal(/^zh\b/i.test(navigator.language) ? 'zh-CN' : 'en');

/** The texts of the page in the language chosen. */
export const texts: ReadonlySignal<Texts> = computed(() => TEXTS[locale.value]);

effect(() => {
  document.documentElement.lang = locale.value;
  document.title = texts.value.title;
});
