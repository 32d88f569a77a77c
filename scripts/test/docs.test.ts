// What the pages promise: their JavaScript runs and does what its comments say, and their links lead
// somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runExample } from '@token04/test-kit/examples';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anchorsOf, chinese, codeBlocks, type LocalLink, linksOf, pagesIn, root } from './pages.ts';

/** Folders of what others wrote or tools make. */
const IS_MADE = /^(node_modules|dist|\.next)$/;

const pages = [...new Set([...pagesIn('.'), ...pagesIn('docs'), ...chinese])];

const withCode = pages.filter((page) => page.startsWith('README') || page.startsWith('docs/'));

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

/** These pages show what `npm run examples` runs. */
test.each(['docs/login.md', 'docs/functions.md'])(
  'the code of %s is that of the examples',
  (page) => {
    const sources = sourcesIn('examples');
    const shown = codeBlocks(page)
      .filter(({ lang, text }) => lang === 'ts' && !text.includes('…'))
      .map(({ text }) => text);
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.filter((code) => !sources.some((source) => source.includes(code)))).toEqual([]);
  },
);

test.each(pages)('the links of %s lead somewhere', (page) => {
  expect(linksOf(page).filter((link) => !leadsSomewhere(link))).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IS_MADE.test(entry.name) ? [] : sourcesIn(path);
    return /\.(js|ts)$/.test(entry.name) ? [readFileSync(join(root, path), 'utf8')] : [];
  });
}

function leadsSomewhere({ file, anchor }: LocalLink): boolean {
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchorsOf(file).includes(anchor);
}
