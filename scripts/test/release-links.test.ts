import { describe, expect, test } from 'vitest';
import { homeOf, wholeLinks } from '../release/links.mjs';

const HOME = 'https://github.com/owner/name';

test.each([
  'github:owner/name',
  'owner/name',
  HOME,
  `git+${HOME}.git`,
  { type: 'git', url: `git+${HOME}.git` },
])(`%j is the repository at ${HOME}`, (repository) => {
  expect(homeOf(repository)).toBe(HOME);
});

test('a repository of another host keeps its address', () => {
  expect(homeOf('https://git.example/group/name.git')).toBe('https://git.example/group/name');
});

test.each([undefined, '', 'owner', 'http://git.example/a/b', {}])(
  '%j is no repository',
  (repository) => {
    expect(homeOf(repository)).toBeUndefined();
  },
);

describe('links of packages/core/README.md', () => {
  test.each([
    ['[a](../../docs/codes.md#b)', `[a](${HOME}/blob/HEAD/docs/codes.md#b)`],
    [
      '[a](LICENSE), [b](./src/x.ts)',
      `[a](${HOME}/blob/HEAD/packages/core/LICENSE), [b](${HOME}/blob/HEAD/packages/core/src/x.ts)`,
    ],
    ['![a](../../docs/a.svg "title")', `![a](${HOME}/raw/HEAD/docs/a.svg "title")`],
    ['[`a`](../server/README.md)', `[\`a\`](${HOME}/blob/HEAD/packages/server/README.md)`],
    [
      '[a](https://example.com), [b](#c), [d](mailto:e@example.com)',
      '[a](https://example.com), [b](#c), [d](mailto:e@example.com)',
    ],
    ['`[a](b.md)`', '`[a](b.md)`'],
    ['```md\n[a](b.md)\n```\n', '```md\n[a](b.md)\n```\n'],
  ])('%j becomes %j', (markdown, whole) => {
    expect(wholeLinks(markdown, 'packages/core', HOME)).toBe(whole);
  });
});
