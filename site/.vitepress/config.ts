import GithubSlugger from 'github-slugger';
import footnote from 'markdown-it-footnote';
import { type DefaultTheme, defineConfigWithTheme } from 'vitepress';
import { pathOf } from '../gather/addresses.ts';
import { content, gather } from '../gather/gather.ts';
import { charts } from '../markdown/charts.ts';
import { codeLinks } from '../markdown/code-links.ts';
import { emptyHeads } from '../markdown/empty-heads.ts';
import { images } from '../markdown/images.ts';
import { repositoryLinks } from '../markdown/repository-links.ts';
import { locales } from './locales.ts';
import { withPolicy } from './policy.ts';
import { withoutFunctions } from './search-build.ts';
import { CHINESE_SEARCH } from './texts.ts';
import { miniSearch } from './theme/search.ts';

/** Where the site will be, such as https://owner.github.io/name/; empty during development. */
const siteUrl = process.env['SITE_URL'] ?? '';
/** owner/name, as GitHub's workflows have it. */
const repository = process.env['GITHUB_REPOSITORY'] ?? '';
const repositoryUrl = repository === '' ? '' : `https://github.com/${repository}`;
/** With the slash at its end that makes it the base of relative addresses. */
const siteRoot = siteUrl.replace(/\/?$/, '/');
const base = siteUrl === '' ? '/' : new URL(siteRoot).pathname;

/** A grammar that colours comments and literals, since Shiki has none for ABNF. */
const ABNF = {
  name: 'abnf',
  scopeName: 'source.abnf',
  repository: {},
  patterns: [
    { match: ';.*$', name: 'comment.line.abnf' },
    { match: '%s"[^"]*"|%x[0-9A-Fa-f]+', name: 'string.quoted.abnf' },
  ],
};

const pages = gather();

/** The theme's own settings, and the address from which page-layout.vue makes links for editing. */
type ThemeConfig = DefaultTheme.Config & { repositoryUrl?: string };

export default defineConfigWithTheme<ThemeConfig>({
  srcDir: content,
  outDir: 'dist',
  base,
  cleanUrls: true,
  // A file of its own for what every page would repeat.
  metaChunk: true,
  title: 'token04',
  locales: locales(pages),
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}icon.svg` }],
    ['meta', { name: 'theme-color', content: '#1f5c50' }],
  ],
  ...(siteUrl === '' ? {} : { sitemap: { hostname: siteRoot } }),
  markdown: {
    // Or token04.rs would be taken for an address.
    linkify: false,
    anchor: { slugify: (text) => new GithubSlugger().slug(text) },
    languages: [ABNF],
    // The usual ones are too pale for small print.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    image: { lazyLoading: true },
    config(md) {
      md.use(footnote);
      md.use(images);
      md.use(emptyHeads);
      md.use(charts);
      md.use(codeLinks);
      md.use(repositoryLinks, { pages, repositoryUrl, base });
    },
  },
  themeConfig: {
    search: { provider: 'local', options: { miniSearch, locales: { 'zh-CN': CHINESE_SEARCH } } },
    repositoryUrl,
    ...(repositoryUrl === ''
      ? {}
      : { socialLinks: [{ icon: 'github', link: repositoryUrl, ariaLabel: 'GitHub' }] }),
  },
  transformPageData(page) {
    if (siteUrl === '') return;
    const path = pathOf(page.relativePath);
    const english = path.replace(/^zh-CN\//, '');
    const link = (hreflang: string, to: string): [string, Record<string, string>] => [
      'link',
      { rel: 'alternate', hreflang, href: new URL(to, siteRoot).href },
    ];
    const isCopy = page.frontmatter['untranslated'] === true;
    page.frontmatter['head'] = [
      ['link', { rel: 'canonical', href: new URL(isCopy ? english : path, siteRoot).href }],
      ...(isCopy ? [] : [link('en', english), link('zh-CN', `zh-CN/${english}`)]),
    ];
  },
  transformHtml: withPolicy,
  vite: {
    plugins: [withoutFunctions()],
    build: { chunkSizeWarningLimit: 4000 },
  },
});
