import { expect, it } from 'vitest';
import { KNOWN_CODES } from '../src/index.ts';
import { codesPage, sourcesOf } from './codes-page.ts';

it.each([
  ['en', '../../../docs/codes.md'],
  ['zh-CN', '../../../docs/zh-CN/codes.md'],
] as const)(
  'the page of codes in %s is what the catalogue says; `npx vitest run codes-page --update` writes it',
  async (locale, path) => {
    await expect(codesPage(locale)).toMatchFileSnapshot(path);
  },
);

it('names the source of every row, and each source that it has', () => {
  for (const code of [...KNOWN_CODES, 'kitToken error']) expect(sourcesOf([code])).not.toEqual([]);
  const page = codesPage('en');
  const named = [...page.matchAll(/\[\^([a-z-]+)\]: /g)].map(([, source]) => source);
  const used = [...page.matchAll(/\[\^([a-z-]+)\](?!:)/g)].map(([, source]) => source);
  expect([...new Set(used)].sort()).toEqual(named.sort());
});
