import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docstringExamples, fencedCode, runExample } from '@token04/test-kit/examples';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serverSecret } from './app.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

const examples = docstringExamples(src);

/** `javascript`, since only here are the packages found that they import. */
const ofPages = ['token-server.md', 'login.md'].flatMap((name) => {
  const page = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  return fencedCode(page, 'javascript').map((code, index) => ({
    title: `docs/${name}, example ${index + 1}`,
    code,
  }));
});

beforeAll(() => vi.stubEnv('ZEGO_SERVER_SECRET', serverSecret));
afterAll(() => vi.unstubAllEnvs());

/** The sources, so that the examples run without a build of theirs. */
const ENTRIES: { readonly [name: string]: string } = {
  '@token04/server': join(src, 'index.ts'),
  '@token04/server/node': join(src, 'node.ts'),
  '@token04/server/jwt': join(src, 'jwt.ts'),
  '@token04/server/express': join(src, 'express.ts'),
  '@token04/server/fastify': join(src, 'fastify.ts'),
  '@token04/server/redis': join(src, 'redis.ts'),
};

test.each([...examples, ...ofPages])('$title', async ({ code }) => {
  expect(await runExample(code, (name) => import(ENTRIES[name] ?? name))).toBeGreaterThan(0);
});

test('every public function has an example', async () => {
  const exported = await Promise.all(
    Object.values(ENTRIES).map(async (path) => Object.keys(await import(path))),
  );
  const shown = new Set(examples.flatMap(({ code }) => code.match(/\w+/g) ?? []));
  expect(exported.flat().filter((name) => !shown.has(name))).toEqual([]);
});
