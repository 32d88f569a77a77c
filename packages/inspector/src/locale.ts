import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Locale } from '@token04/doctor';
import { recall, remember } from './remembered.ts';
import { en, type Texts } from './texts/en.ts';
import { zhCN } from './texts/zh-cn.ts';

const TEXTS: { readonly [locale in Locale]: Texts } = { en, 'zh-CN': zhCN };

export const locale: Signal<Locale> = signal(chosenLocale() ?? linkedLocale() ?? browserLocale());

/** The texts of the page in the language chosen. */
export const texts: ReadonlySignal<Texts> = computed(() => TEXTS[locale.value]);

function chosenLocale(): Locale | undefined {
  return localeNamed(recall('language'));
}

/** The language of the page that links to this one or embeds it, which adds `#lang=zh-CN`. */
function linkedLocale(): Locale | undefined {
  return localeNamed(new URLSearchParams(location.hash.slice(1)).get('lang'));
}

function localeNamed(name: string | null | undefined): Locale | undefined {
  return Object.hasOwn(TEXTS, name ?? '') ? (name as Locale) : undefined;
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
