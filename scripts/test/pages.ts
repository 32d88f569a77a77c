// The pages of both languages, and what is in one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import { lexer, type Token, type Tokens, walkTokens } from 'marked';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** Packages whose README is in both languages; the others are for who works on this project. */
const TRANSLATED_PACKAGES = ['cli', 'doctor', 'provider', 'server'];

export const english: readonly string[] = [
  'README.md',
  'SECURITY.md',
  ...pagesIn('docs'),
  ...TRANSLATED_PACKAGES.map((name) => `packages/${name}/README.md`),
];

export const chinese: readonly string[] = [
  ...pagesIn('.').filter((page) => page.endsWith('.zh-CN.md')),
  ...pagesIn('docs/zh-CN'),
  ...readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}/README.zh-CN.md`)
    .filter((page) => existsSync(join(root, page))),
];

/** The page in the other language, whether it exists or not. */
export function twinOf(page: string): string {
  if (page.startsWith('docs/zh-CN/')) return join('docs', basename(page));
  if (page.startsWith('docs/')) return join('docs/zh-CN', basename(page));
  return page.endsWith('.zh-CN.md')
    ? page.replace('.zh-CN.md', '.md')
    : page.replace('.md', '.zh-CN.md');
}

export function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

export function tokensIn(markdown: string): Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(markdown), (token) => {
    tokens.push(token);
  });
  return tokens;
}

export function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

export function codeBlocks(page: string): Tokens.Code[] {
  return tokensIn(textOf(page)).filter((token): token is Tokens.Code => token.type === 'code');
}

export interface LocalLink {
  /** As it is written. */
  readonly href: string;
  /** The file, from the root. */
  readonly file: string;
  readonly anchor: string | undefined;
}

/** Links to somewhere within the repository. */
export function linksOf(page: string): LocalLink[] {
  return tokensIn(textOf(page))
    .filter((token): token is Tokens.Link => token.type === 'link')
    .filter(({ href }) => !/^(https?|mailto):/.test(href))
    .map(({ href }) => {
      const [path = '', anchor] = href.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      return { href, file, anchor: anchor && decodeURIComponent(anchor) };
    });
}

/** As GitHub names the headings. */
export function anchorsOf(page: string): string[] {
  const slugger = new GithubSlugger();
  return tokensIn(textOf(page))
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map((heading) => slugger.slug(plainText(heading)));
}

function plainText(token: Token): string {
  const parts = 'tokens' in token ? token.tokens : undefined;
  if (parts !== undefined) return parts.map(plainText).join('');
  return 'text' in token ? (token.text as string) : '';
}
