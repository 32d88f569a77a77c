import { expect, it } from 'vitest';
import { codesPage } from './codes-page.ts';

// `npx vitest run codes-page --update` writes them.
it.each([
  ['en', '../../../docs/codes.md'],
  ['zh-CN', '../../../docs/zh-CN/codes.md'],
] as const)('the page of codes in %s is what the catalogue says', async (locale, path) => {
  await expect(codesPage(locale)).toMatchFileSnapshot(path);
});
