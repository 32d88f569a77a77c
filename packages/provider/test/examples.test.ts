// The examples of the docstrings and the README run; those with a real SDK are the files of
// examples/client-renewal, which are type-checked against it there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { docstringExamples, fencedCode, runExample } from '@token04/test-kit/examples';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

test.each([
  ['src/provider.ts', docstringExamples(pathOf('../src'))[0]?.code, 1],
  ['README.md', fencedCode(readme, 'js')[0], 0],
])('the example of %s runs', async (_path, code = '', claims) => {
  expect(await runExample(code, (name) => import(name))).toBe(claims);
});

test.each(['client-renewal/room.ts', 'client-renewal/chat.ts', 'client-react/use-room.ts'])(
  'the README shows examples/%s as it is',
  (path) => {
    expect(fencedCode(readme, 'ts')).toContain(read(`../../../examples/${path}`));
  },
);
