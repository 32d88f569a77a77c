import { createMarkdownRenderer, type MarkdownRenderer } from 'vitepress';
import { beforeAll, describe, expect, test } from 'vitest';
import { findPages } from '../gather/addresses.ts';
import { repositoryLinks } from '../markdown/repository-links.ts';

const base = '/token04/';

describe('links between files of the repository', () => {
  let render: (text: string, relativePath?: string) => string;

  beforeAll(async () => {
    const repositoryUrl = 'https://github.com/owner/name';
    const options = { pages: findPages(), repositoryUrl, base };
    const config = (md: MarkdownRenderer) => md.use(repositoryLinks, options);
    const md = await createMarkdownRenderer('.', { config }, base);
    render = (text, relativePath = 'renewal.md') =>
      md.render(`---\nsource: docs/renewal.md\n---\n${text}`, { relativePath, cleanUrls: true });
  });

  test.each([
    ['a page', 'login.md#express-with-passport', '/token04/login#express-with-passport'],
    ['a README', '../packages/server/README.md', '/token04/packages/server/'],
    ['a folder with a README', '../packages/parity/ports/go', '/token04/packages/parity/ports/go/'],
    ['the README', '../README.md', '/token04/'],
    ['a file', '../package.json', 'https://github.com/owner/name/blob/HEAD/package.json'],
    ['the inspector', '/inspector/', '/token04/inspector/#lang=en'],
  ])('to %s', (_, link, address) => {
    expect(render(`[x](${link})`)).toContain(`href="${address}"`);
  });

  test('in Chinese lead to the Chinese page, and to the same heading by its name', () => {
    expect(render('[x](room-privileges.md#the-three-rules)', 'zh-CN/renewal.md')).toContain(
      `href="/token04/zh-CN/room-privileges#三种规则"`,
    );
  });

  test('in Chinese lead to the inspector in Chinese', () => {
    expect(render('[x](/inspector/)', 'zh-CN/renewal.md')).toContain(
      'href="/token04/inspector/#lang=zh-CN"',
    );
  });

  test('the inspector is opened as a page of its own, which no other can reach', () => {
    expect(render('[x](/inspector/)')).toMatch(/target="_blank" rel="noopener"/);
  });

  test('that lead nowhere fail the build', () => {
    expect(() => render('[x](no-such-page.md)')).toThrow(
      'docs/renewal.md: no-such-page.md leads nowhere',
    );
  });
});
