// The examples of the docstrings and the README run; those with a real SDK are the files of
// examples/client-renewal, which are type-checked against it there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runExample } from '../../core/test/run-example.ts';
import { lasting } from './endpoint.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = (path: string): string => readFileSync(pathOf(path), 'utf8');

const readme = read('../README.md');
const engine = { loginRoom: vi.fn(async () => true), renewToken: vi.fn() };

beforeEach(() => {
  vi.stubGlobal('engine', engine);
  vi.stubGlobal('fetch', async () => Response.json({ token: lasting(3600), userId: 'demo' }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The code of the fenced blocks of a language, in comments or in Markdown. */
function blocks(text: string, language: string): string[] {
  const found = text
    .replace(/^ \* ?/gm, '')
    .matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'));
  return [...found].map((match) => match[1] as string);
}

test.each([
  ['src/provider.ts', 1],
  ['README.md', 0],
])('the example of %s runs', async (path, claims) => {
  const [code] = blocks(read(`../${path}`), 'js');
  const ours = (code as string).replace("'@token04/provider'", `'${pathOf('../src/index.ts')}'`);
  expect(await runExample(ours)).toBe(claims);
});

test.each(['client-renewal/room.ts', 'client-renewal/chat.ts', 'client-react/use-room.ts'])(
  'the README shows examples/%s as it is',
  (path) => {
    expect(blocks(readme, 'ts')).toContain(read(`../../../examples/${path}`));
  },
);
