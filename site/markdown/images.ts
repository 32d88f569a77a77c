import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';
import { addressOf, targetOf } from '../gather/addresses.ts';
import { read, root } from '../gather/repository.ts';
import { escapeMarkup } from './escape.ts';
import { pageOf } from './page.ts';

const IMAGES = 'docs/images/';

/**
 * Pictures of the repository. An SVG becomes a part of the page, so that it follows the page's theme. The
 * others get their size, so that nothing moves when they are loaded.
 */
export function images(md: MarkdownRenderer): void {
  md.core.ruler.push('repository-images', ({ tokens, env, Token }) => {
    const { source } = pageOf(env);
    if (source === undefined) return;
    for (const { children } of tokens) {
      for (const [index, child] of (children ?? []).entries()) {
        const src = child.type === 'image' ? (child.attrGet('src') ?? '') : 'https:';
        if (/^([a-z]+:|\/)/.test(src)) continue;
        const { path } = targetOf(source, src);
        if (path.endsWith('.svg')) {
          const drawing = new Token('html_inline', '', 0);
          drawing.content = inlineSvg(read(path), child.content);
          (children as unknown[])[index] = drawing;
        } else if (path.startsWith(IMAGES)) {
          const [width, height] = sizeOf(path);
          child.attrSet('src', `/images/${path.slice(IMAGES.length)}`);
          child.attrSet('width', String(width));
          child.attrSet('height', String(height));
        } else {
          throw new Error(`${addressOf(source).address}: ${path} is not in ${IMAGES}`);
        }
      }
    }
  });
}

/** Without the style that makes the file stand alone: the page's own has the same rules. */
function inlineSvg(svg: string, alt: string): string {
  const label = escapeMarkup(alt);
  return svg
    .replace('<g fill="#2c5f8a">', '<g class="drawn-bars">')
    .replace(/<style>.*?<\/style>\n?/s, '')
    .replace(/<rect width="100%" height="100%"[^>]*\/>\n?/, '')
    .replace('<svg', `<svg v-pre tabindex="0" aria-label="${label}"`)
    .replaceAll('\n', ' ');
}

/** Of a PNG, whose header has both at bytes 16 and 20. */
function sizeOf(path: string): [width: number, height: number] {
  const bytes = readFileSync(join(root, path));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
