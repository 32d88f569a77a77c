import { join } from 'node:path/posix';
import type { MarkdownRenderer } from 'vitepress';
import { addressOf, type Page, targetOf, twinOf } from '../gather/addresses.ts';
import { twinAnchor } from '../gather/anchors.ts';
import { INSPECTOR, inspectorIn } from '../gather/inspector-address.ts';
import { exists } from '../gather/repository.ts';
import { pageOf } from './page.ts';

interface Options {
  pages: readonly Page[];
  /** Where the repository can be looked at, such as https://github.com/owner/name; '' if unknown. */
  repositoryUrl: string;
  /** The path under which the site will be, with a slash at either end. */
  base: string;
}

/**
 * Links between files of the repository become links between pages of the site; those to files that
 * are no pages lead to the repository, or are no links where its address is not known.
 */
export function repositoryLinks(
  md: MarkdownRenderer,
  { pages, repositoryUrl, base }: Options,
): void {
  const sources = new Set(pages.map(({ source }) => source));
  md.core.ruler.push('repository-links', ({ tokens, env }) => {
    const { source, locale } = pageOf(env);
    for (const token of tokens) {
      for (const child of token.children ?? []) {
        if (child.type !== 'link_open') continue;
        const href = child.attrGet('href') ?? '';
        if (href === INSPECTOR) {
          // The inspector is no page of VitePress, which therefore does not put the base before the link.
          child.attrSet('href', `${base}${inspectorIn(locale).slice(1)}`);
          child.attrSet('target', '_blank');
          child.attrSet('rel', 'noopener');
        }
        if (source === undefined || /^([a-z]+:|#|\/)/.test(href)) continue;
        const link = resolve(source, href, locale === 'zh-CN');
        if (link === undefined) {
          throw new Error(`${source || env.relativePath}: ${href} leads nowhere`);
        }
        if (link === '')
          child.attrs = [
            ['class', 'unlinked'],
            ['title', targetOf(source, href).path],
          ];
        else child.attrSet('href', link);
      }
    }
  });

  function resolve(source: string, href: string, isChinese: boolean): string | undefined {
    const { path, anchor } = targetOf(source, href);
    if (!exists(path)) return undefined;
    if (path === 'README.md' || path === 'README.zh-CN.md') return isChinese ? '/zh-CN/' : '/';
    const page = [path, join(path, 'README.md')].find((file) => sources.has(file));
    if (page !== undefined) {
      const { address, locale } = addressOf(page);
      if (!isChinese) return `/${address}${anchor}`;
      // The Chinese page has the same headings, by other names.
      const twin = locale === 'en' && sources.has(twinOf(page)) ? twinOf(page) : page;
      return `/zh-CN/${address}${twin === page ? anchor : twinAnchor(page, twin, anchor)}`;
    }
    return repositoryUrl === '' ? '' : `${repositoryUrl}/blob/HEAD/${path}${anchor}`;
  }
}
