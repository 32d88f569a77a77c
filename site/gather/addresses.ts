import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { exists, linksOf, read, root } from './repository.ts';

export type Locale = 'en' | 'zh-CN';

/** A Markdown file of the repository that the site has as a page. */
export interface Page {
  /** Its path in the repository. */
  source: string;
  /** Its path in the site, without the language, such as `codes/index.md`. */
  address: string;
  locale: Locale;
}

/** The site has front pages of its own in place of these. */
const FRONT = ['README.md', 'README.zh-CN.md'];
const OVERVIEW = 'docs/README.md';

/** Where a file of the repository is in the site, in English or in Chinese. */
export function addressOf(source: string): Omit<Page, 'source'> {
  const chinese = /^docs\/zh-CN\//.test(source) || source.endsWith('.zh-CN.md');
  const twin = source.replace(/^docs\/zh-CN\//, 'docs/').replace(/\.zh-CN\.md$/, '.md');
  return { address: addressOfEnglish(twin), locale: chinese ? 'zh-CN' : 'en' };
}

function addressOfEnglish(source: string): string {
  if (source === OVERVIEW) return 'docs/index.md';
  // typedoc calls the page of the main entry index.md.
  if (source === 'docs/api/index.md') return 'api/core.md';
  // /inspector/ is the page itself.
  if (source === 'docs/inspector.md') return 'about-the-inspector.md';
  // With a page for each code below it.
  if (source === 'docs/codes.md') return 'codes/index.md';
  return source
    .replace(/^docs\//, '')
    .replace(/README\.md$/, 'index.md')
    .replace(/[^/]+$/, (name) => name.toLowerCase());
}

/** The address as a browser shows it, without a slash before it: `codes/` for `codes/index.md`. */
export function pathOf(address: string): string {
  return address.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '');
}

/** The Chinese file beside an English one, whether there is one or not. */
export function twinOf(source: string): string {
  return source.startsWith('docs/')
    ? source.replace(/^docs\//, 'docs/zh-CN/')
    : source.replace(/\.md$/, '.zh-CN.md');
}

/**
 * Every Markdown file that can be reached by links from the overview and from the READMEs of the project
 * and the packages, and the Chinese file beside each. So a page that is linked to needs no entry in a list.
 */
export function findPages(): Page[] {
  const found = new Set<string>([OVERVIEW, ...FRONT, ...packageReadmes()]);
  for (const source of found) {
    for (const target of linkedFiles(source)) found.add(target);
    const twin = twinOf(source);
    if (exists(twin)) found.add(twin);
  }
  return [...found]
    .filter((source) => !FRONT.includes(source))
    .map((source) => ({ source, ...addressOf(source) }));
}

function packageReadmes(): string[] {
  return readdirSync(join(root, 'packages'))
    .map((name) => join('packages', name, 'README.md'))
    .filter(exists);
}

function linkedFiles(source: string): string[] {
  return linksOf(read(source))
    .map((href) => targetOf(source, href).path)
    .map((path) => (exists(join(path, 'README.md')) ? join(path, 'README.md') : path))
    .filter((path) => path.endsWith('.md') && exists(path));
}

/** What a relative link in a file leads to, as a path in the repository, and its anchor. */
export function targetOf(source: string, href: string): { path: string; anchor: string } {
  const [path = '', anchor] = href.split('#');
  if (/^[a-z]+:/.test(path)) return { path: '', anchor: '' };
  const target = path === '' ? source : join(dirname(source), decodeURI(path));
  return { path: target.replace(/\/$/, ''), anchor: anchor === undefined ? '' : `#${anchor}` };
}
