import type { MarkdownRenderer } from 'vitepress';

/** A head without a word is none: a screen reader would name a column after nothing. */
export function emptyHeads(md: MarkdownRenderer): void {
  md.core.ruler.push('empty-heads', ({ tokens }) => {
    for (const [index, { type }] of tokens.entries()) {
      const [head, content, end] = tokens.slice(index, index + 3);
      if (type !== 'th_open' || content?.content !== '' || !head || !end) continue;
      head.tag = 'td';
      end.tag = 'td';
    }
  });
}
