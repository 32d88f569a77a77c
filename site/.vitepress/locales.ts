// Menus: the groups of docs/README.md and its Chinese twin, and after them the pages that are not in docs.
import type { DefaultTheme, LocaleConfig } from 'vitepress';
import {
  addressOf,
  type Locale,
  type Page,
  pathOf,
  targetOf,
  twinOf,
} from '../gather/addresses.ts';
import { inspectorIn } from '../gather/inspector-address.ts';
import { linksOf, nameOf, read } from '../gather/repository.ts';
import { CHINESE_THEME } from './texts.ts';

type Item = DefaultTheme.SidebarItem;

const WORDS = {
  en: {
    refused: 'Refused?',
    guide: 'Guide',
    api: 'API',
    codes: 'Codes',
    inspector: 'Inspector',
    packages: 'Packages',
    project: 'Project',
    overview: 'Overview',
    conformance: 'Known implementations',
    onlyEnglish: '',
    apiReference: 'API reference',
  },
  'zh-CN': {
    refused: '被拒绝？',
    guide: '指南',
    api: 'API',
    codes: '错误码',
    inspector: '检查器',
    packages: '包',
    project: '项目',
    overview: '总览',
    conformance: '已知的实现',
    onlyEnglish: '（英文）',
    apiReference: 'API 参考',
  },
} as const;

/** The packages' READMEs, then what is about the project as a whole. */
const PACKAGES = /^(packages\/[^/]+|fixtures|examples)\/index\.md$/;
const PROJECT = /^([^/]+\.md|decisions\/index\.md)$/;

export function locales(pages: readonly Page[]): LocaleConfig<DefaultTheme.Config> {
  return {
    root: { label: 'English', lang: 'en', themeConfig: themeOf('en', pages) },
    'zh-CN': {
      label: '简体中文',
      lang: 'zh-CN',
      themeConfig: { ...CHINESE_THEME, ...themeOf('zh-CN', pages) },
    },
  };
}

function themeOf(locale: Locale, pages: readonly Page[]): DefaultTheme.Config {
  const words = WORDS[locale];
  const link = (address: string) => addressIn(locale, address);
  const sources = new Set(pages.map(({ source }) => source));
  const guide = guideGroups(locale, sources);
  const inGuide = new Set(guide.flatMap(({ items = [] }) => items.map((item) => item.link)));
  const others = (pattern: RegExp): Item[] =>
    pages
      .filter((page) => page.locale === 'en' && pattern.test(page.address))
      .map(({ source }) => itemOf(source, locale, sources))
      .filter((item) => !inGuide.has(item.link) && item.link !== link('docs/index.md'));
  return {
    siteTitle: 'token04',
    logo: { src: '/icon.svg', alt: '' },
    nav: [
      { text: words.refused, link: link('why-is-my-token-refused.md') },
      { text: words.guide, link: link('docs/index.md'), activeMatch: '/docs/' },
      { text: words.codes, link: link('codes/index.md'), activeMatch: '/codes/' },
      { text: words.api, link: link('api/index.md'), activeMatch: '/api/' },
      {
        text: words.inspector,
        link: inspectorIn(locale),
        target: '_blank',
        rel: 'noopener',
        noIcon: true,
      },
    ],
    sidebar: [
      { text: words.overview, link: link('docs/index.md') },
      ...guide,
      {
        text: `${words.apiReference}${words.onlyEnglish}`,
        items: others(/^api\//).map((item) => ({ ...item, text: withoutNote(item.text ?? '') })),
      },
      { text: words.packages, items: others(PACKAGES) },
      {
        text: words.project,
        items: [{ text: words.conformance, link: link('conformance.md') }, ...others(PROJECT)],
      },
    ],
    outline: { level: [2, 3], ...(locale === 'en' ? {} : { label: '本页内容' }) },
    externalLinkIcon: false,
  };
}

function withoutNote(text: string): string {
  return text.replace(WORDS['zh-CN'].onlyEnglish, '');
}

/** A group for each part of the overview, with the pages that it links to. */
function guideGroups(locale: Locale, sources: ReadonlySet<string>): Item[] {
  const overview = locale === 'en' ? 'docs/README.md' : twinOf('docs/README.md');
  const headings = partsOf(overview).map(({ title }) => title);
  return partsOf('docs/README.md').map(({ title, linked }, index) => ({
    text: headings[index] ?? title,
    items: linked.map((source) => itemOf(source, locale, sources)),
  }));
}

function partsOf(overview: string): { title: string; linked: string[] }[] {
  return read(overview)
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      title: part.slice(0, part.indexOf('\n')),
      linked: linksOf(part).map((href) => targetOf(overview, href).path),
    }));
}

function itemOf(source: string, locale: Locale, sources: ReadonlySet<string>): Item {
  const page = sources.has(source) ? source : `${source}/README.md`;
  const twin = twinOf(page);
  const link = addressIn(locale, addressOf(page).address);
  if (locale === 'en') return { text: nameOf(page), link };
  if (sources.has(twin)) return { text: nameOf(twin), link };
  return { text: `${nameOf(page)}${WORDS[locale].onlyEnglish}`, link };
}

function addressIn(locale: Locale, address: string): string {
  return locale === 'en' ? `/${pathOf(address)}` : `/${locale}/${pathOf(address)}`;
}
