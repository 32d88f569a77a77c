// Writes the folder that VitePress makes the site of: every page of the repository at its address in
// both languages, the front pages, a page for each code, the implementations, and the inspector.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findPages, type Locale, type Page, twinOf } from './addresses.ts';
import { codeAddress, codePage, SHOWN } from './codes.ts';
import { conformancePage } from './conformance.ts';
import { frontPage } from './front.ts';
import { descriptionOf, isLanguageLink, nameOf, read, root, titleOf } from './repository.ts';

export const content = join(root, 'site', 'content');

const LOCALES: readonly Locale[] = ['en', 'zh-CN'];
const FOLDERS = { en: '', 'zh-CN': 'zh-CN' } as const;

const ONLY_ENGLISH = '::: info 英文\n本页还没有中文版，以下是英文原文。\n:::';

export function gather(): Page[] {
  const pages = findPages();
  rmSync(content, { recursive: true, force: true });
  for (const page of pages) {
    const text = read(page.source);
    write(page.locale, page.address, withFrontmatter(page, text));
    // The English text where there is no Chinese one: whoever reads Chinese keeps menu and search.
    const isAlone =
      page.locale === 'en' && !pages.some(({ source }) => source === twinOf(page.source));
    if (isAlone) write('zh-CN', page.address, withFrontmatter(page, text, ONLY_ENGLISH));
  }
  for (const locale of LOCALES) {
    write(locale, 'index.md', frontPage(locale));
    const conformance = { source: '', address: 'conformance.md' };
    write(locale, conformance.address, withFrontmatter(conformance, conformancePage(locale)));
    for (const code of SHOWN)
      write(locale, `codes/${codeAddress(code)}.md`, codePage(code, locale));
  }
  copyPublic('packages/inspector/dist/index.html', 'inspector/index.html');
  copyPublic('site/front/icon.svg', 'icon.svg');
  for (const name of readdirSync(join(root, 'docs', 'images'))) {
    if (name.endsWith('.png')) copyPublic(`docs/images/${name}`, `images/${name}`);
  }
  return pages;
}

/** As it is: the inspector's policy names the hashes of what is in it. */
function copyPublic(source: string, address: string): void {
  const file = join(content, 'public', address);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(join(root, source), file);
}

/** The text as it is, with what the site has to know of it in front; a notice goes below the title. */
function withFrontmatter(
  { source, address }: Pick<Page, 'source' | 'address'>,
  text: string,
  notice?: string,
): string {
  const lines = text.split('\n').filter((line) => !isLanguageLink(line));
  const body = lines.join('\n');
  const inChinese = notice === undefined ? [] : ['untranslated: true'];
  const head = [
    '---',
    `source: ${JSON.stringify(source)}`,
    `title: ${JSON.stringify(source === '' ? titleOf(text) : nameOf(source))}`,
    `description: ${JSON.stringify(descriptionOf(text))}`,
    ...layoutOf(address),
    ...inChinese,
    '---',
  ].join('\n');
  if (notice === undefined) return `${head}\n${body}`;
  const end = body.indexOf('\n', body.indexOf('# '));
  const [title, rest] = [body.slice(0, end), body.slice(end)];
  return `${head}\n${notice}\n\n<div lang="en">\n\n${title}\n${rest}\n\n</div>\n`;
}

/** Pages of many columns have the width that others give to the list of their parts. */
function layoutOf(address: string): string[] {
  if (/^(compatibility|conformance)\.md$/.test(address)) return ['aside: false', 'pageClass: wide'];
  return address === 'codes/index.md' ? ['pageClass: all-codes'] : [];
}

function write(locale: Locale, address: string, text: string): void {
  const file = join(content, FOLDERS[locale], address);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
