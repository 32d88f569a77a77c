import GithubSlugger from 'github-slugger';
import type { Tokens } from 'marked';
import { plainText, read, tokensOf } from './repository.ts';

/** The anchors of a page's headings, as GitHub names them. */
function anchorsOf(source: string): string[] {
  const slugger = new GithubSlugger();
  return tokensOf(read(source))
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map((heading) => slugger.slug(plainText(heading)));
}

/** The anchor of the same heading in a translation: the two have the same headings, in one order. */
export function twinAnchor(source: string, twin: string, anchor: string): string {
  if (anchor === '') return '';
  const place = anchorsOf(source).indexOf(decodeURIComponent(anchor.slice(1)));
  const name = anchorsOf(twin)[place];
  if (name === undefined) throw new Error(`${twin} has no heading for ${source}${anchor}`);
  return `#${name}`;
}
