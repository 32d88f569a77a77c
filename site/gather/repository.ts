import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lexer, type Token, type Tokens, walkTokens } from 'marked';

/** The folder of the whole repository. A path in it is written with slashes, from there. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

export function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(markdown), (token) => {
    tokens.push(token);
  });
  return tokens;
}

export function linksOf(markdown: string): string[] {
  return tokensOf(markdown)
    .filter((token): token is Tokens.Link => token.type === 'link')
    .map(({ href }) => href);
}

/** The text of a page's first heading. */
export function titleOf(markdown: string): string {
  const heading = tokensOf(markdown).find(
    (token): token is Tokens.Heading => token.type === 'heading' && token['depth'] === 1,
  );
  if (heading === undefined) throw new Error(`no heading in ${markdown.slice(0, 80)}`);
  return plainText(heading);
}

/** What a page is called in menus and results: typedoc heads its pages with the package alone. */
export function nameOf(source: string): string {
  if (source === 'docs/api/README.md') return 'API reference';
  const title = titleOf(read(source));
  return source.startsWith('docs/api/') ? `API: ${title}` : title;
}

/** What stands under a heading, up to the next of its level. */
export function sectionOf(markdown: string, heading: string): string {
  const part = markdown
    .split(/^(?=#{1,2} )/m)
    .find((text) => text.startsWith(`## ${heading}\n`) || text.startsWith(`# ${heading}\n`));
  if (part === undefined) throw new Error(`there is no part "${heading}"`);
  return part.slice(part.indexOf('\n')).trim();
}

/** The first blocks of text under the title, as a search engine shows them. */
export function descriptionOf(markdown: string): string {
  const paragraph = lexer(markdown).find(
    (token): token is Tokens.Paragraph => token.type === 'paragraph' && !isLanguageLink(token.raw),
  );
  const text = plainText(paragraph ?? { type: 'text', raw: '', text: '' }).replaceAll(/\s+/g, ' ');
  return text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`;
}

/** `*[简体中文](zh-CN/codes.md)*`: the site has a menu for that. */
export function isLanguageLink(line: string): boolean {
  return /^\*\[(简体中文|English)\]\([^)]*\)\*$/.test(line.trim());
}

export function plainText(token: Token): string {
  const parts = 'tokens' in token ? token.tokens : undefined;
  if (parts !== undefined) return parts.map(plainText).join('');
  return 'text' in token ? (token.text as string) : '';
}
