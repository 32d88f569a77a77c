// What the pages promise: their JavaScript runs and does what its comments say, their links lead
// somewhere, and the two languages have the same parts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runExample } from '@token04/test-kit/examples';
import GithubSlugger from 'github-slugger';
import { lexer, type Token, type Tokens, walkTokens } from 'marked';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** For authors of ports, who read the code as well. */
const ENGLISH_ONLY = ['docs/specification.md', 'docs/porting.md', 'docs/performance.md'];

/** Folders of what others wrote, and of what tools make. */
const IS_MADE = /^(node_modules|dist|\.next)$/;

const english = pagesIn('docs');
const chinese = pagesIn('docs/zh-CN');
const pages = [...pagesIn('.'), ...english, ...chinese];

const withCode = pages.filter((page) => page.startsWith('README') || page.startsWith('docs/'));
const translated = ['README.md', ...english.filter((page) => !ENGLISH_ONLY.includes(page))];

const examples = withCode.flatMap((page) =>
  codeBlocks(page)
    .filter(({ lang }) => lang === 'js')
    .map(({ text }, index) => ({ title: `${page}, example ${index + 1}`, code: text })),
);

beforeAll(() => vi.stubEnv('ZEGO_SERVER_SECRET', 'fa94dd0f974cf2e293728a526b028271'));
afterAll(() => vi.unstubAllEnvs());

test.each(examples)('$title', async ({ code }) => {
  await runExample(code, (name) => import(name));
});

test('keepRenewed of docs/renewal.md asks again after a failure, and stops when told', async () => {
  const code = codeBlocks('docs/renewal.md').find(({ text }) => text.includes('keepRenewed'));
  await runExample(
    `${code?.text}
import { createIssuer } from '@token04/core';

const issuer = createIssuer({ appId: 1, serverSecret: process.env.ZEGO_SERVER_SECRET });
const lasting = (effectiveTimeInSeconds) => issuer.issue({ userId: 'demo', effectiveTimeInSeconds });
const next = lasting(20);
const failures = [];
const renewed = [];
let calls = 0;
await new Promise((resolve) => {
  const stop = keepRenewed(lasting(10), {
    askServer: async () => {
      calls++;
      if (calls === 1) throw new Error('offline');
      if (calls === 3) {
        stop();
        setTimeout(resolve, 30);
      }
      return next;
    },
    renew: (token) => renewed.push(token),
    onError: ({ message }) => failures.push(message),
    pause: 5,
  });
});
calls; // → 3
failures; // → ['offline']
renewed; // → [next]

let attempts = 0;
const giveUp = keepRenewed(lasting(10), {
  askServer: async () => {
    attempts++;
    throw new Error('offline');
  },
  onError: () => giveUp(),
  pause: 5,
});
await new Promise((resolve) => setTimeout(resolve, 50));
attempts; // → 1
`,
    (name) => import(name),
  );
});

/** Those that show what `npm run examples` runs. */
test.each(['docs/login.md', 'docs/functions.md'])(
  'the code of %s stands in the examples',
  (page) => {
    const sources = sourcesIn('examples');
    const shown = codeBlocks(page)
      .filter(({ lang, text }) => lang === 'ts' && !text.includes('…'))
      .map(({ text }) => text);
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.filter((code) => !sources.some((source) => source.includes(code)))).toEqual([]);
  },
);

test.each(translated)('%s and its Chinese twin have the same parts', (page) => {
  const twin = twinOf(page);
  expect(partsOf(twin)).toEqual(partsOf(page));
  expect(linkedPages(page)).toContain(twin);
  expect(linkedPages(twin)).toContain(page);
});

test('every Chinese page has an English one', () => {
  expect(
    chinese.map((page) => join('docs', basename(page))).filter((page) => !english.includes(page)),
  ).toEqual([]);
});

test.each(pages)('the links of %s lead somewhere', (page) => {
  expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IS_MADE.test(entry.name) ? [] : sourcesIn(path);
    return /\.(js|ts)$/.test(entry.name) ? [readFileSync(join(root, path), 'utf8')] : [];
  });
}

function twinOf(page: string): string {
  return page === 'README.md' ? 'README.zh-CN.md' : join('docs/zh-CN', basename(page));
}

function tokensOf(page: string): Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(readFileSync(join(root, page), 'utf8')), (token) => {
    tokens.push(token);
  });
  return tokens;
}

function codeBlocks(page: string): Tokens.Code[] {
  return tokensOf(page).filter((token): token is Tokens.Code => token.type === 'code');
}

/** What a translation must not change: the levels of the headings, the code, the tables' sizes. */
function partsOf(page: string): unknown[] {
  return tokensOf(page).flatMap((token) => {
    switch (token.type) {
      case 'heading':
        return [{ heading: token['depth'] }];
      case 'code':
        return [{ code: token['text'], lang: token['lang'] }];
      case 'table':
        return [{ rows: token['rows'].length, columns: token['header'].length }];
      default:
        return [];
    }
  });
}

/** Links to somewhere within the repository. */
function linksOf(page: string): string[] {
  return tokensOf(page)
    .filter((token): token is Tokens.Link => token.type === 'link')
    .map(({ href }) => href)
    .filter((href) => !/^(https?|mailto):/.test(href));
}

function linkedPages(page: string): string[] {
  return linksOf(page).map((link) => join(dirname(page), link.split('#')[0] as string));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path, anchor] = link.split('#') as [string, string?];
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(decodeURIComponent(anchor));
}

/** As GitHub names the headings. */
function anchorsOf(page: string): string[] {
  const slugger = new GithubSlugger();
  return tokensOf(page)
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map((heading) => slugger.slug(plainText(heading)));
}

function plainText(token: Token): string {
  const parts = 'tokens' in token ? token.tokens : undefined;
  if (parts !== undefined) return parts.map(plainText).join('');
  return 'text' in token ? (token.text as string) : '';
}
