import type { MarkdownRenderer } from 'vitepress';
import { codeAddress, SHOWN } from '../gather/codes.ts';
import { pageOf } from './page.ts';

const KNOWN = new Set(SHOWN.map(String));
/** In a text that is about other things too, a shorter number may be one of them. */
const LONG = /(?<![\w-])-?\d{6,}(?![\w-])/g;
const ANY = /(?<![\w-])-?\d{4,}(?![\w-])|kitToken error/g;

/** Makes a link of every code in a text, to the page of the code. */
export function codeLinks(md: MarkdownRenderer): void {
  md.core.ruler.push('code-links', ({ tokens, env, Token }) => {
    const { source = '', locale } = pageOf(env);
    if (source === '') return;
    const pattern = /^docs\/(zh-CN\/)?codes\.md$/.test(source) ? ANY : LONG;
    const folder = locale === 'en' ? '/codes/' : '/zh-CN/codes/';
    for (const token of tokens) {
      if (token.type !== 'inline' || token.children === null) continue;
      let depth = 0;
      token.children = token.children.flatMap((child) => {
        if (child.type === 'link_open') depth += 1;
        if (child.type === 'link_close') depth -= 1;
        return child.type === 'text' && depth === 0 ? split(child) : [child];
      });
    }

    function split(child: InstanceType<typeof Token>): InstanceType<typeof Token>[] {
      const parts: InstanceType<typeof Token>[] = [];
      let end = 0;
      for (const match of child.content.matchAll(pattern)) {
        const [code] = match;
        if (!KNOWN.has(code)) continue;
        const open = new Token('link_open', 'a', 1);
        open.attrSet('href', `${folder}${codeAddress(code)}`);
        parts.push(text(child.content.slice(end, match.index)));
        parts.push(open, text(code), new Token('link_close', 'a', -1));
        end = match.index + code.length;
      }
      return end === 0 ? [child] : [...parts, text(child.content.slice(end))];
    }

    function text(content: string): InstanceType<typeof Token> {
      const token = new Token('text', '', 0);
      token.content = content;
      return token;
    }
  });
}
