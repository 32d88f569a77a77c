import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { docstringExamples, runExample } from '../../core/test/run-example.ts';
import { serverSecret } from './app.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

const examples = docstringExamples(src);

/** `javascript`, since only here are the packages found that they import. */
const ofPages = ['token-server.md', 'login.md'].flatMap((name) => {
  const page = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  return [...page.matchAll(/```javascript\n(.*?)```/gs)].map((match, index) => ({
    title: `docs/${name}, example ${index + 1}`,
    code: match[1] as string,
  }));
});

beforeAll(() => vi.stubEnv('ZEGO_SERVER_SECRET', serverSecret));
afterAll(() => vi.unstubAllEnvs());

const require = createRequire(import.meta.url);

/** The examples are run from another folder, which does not have these packages. */
const MODULES: { readonly [name: string]: string } = {
  '@token04/server': join(src, 'index.ts'),
  '@token04/server/node': join(src, 'node.ts'),
  '@token04/server/jwt': join(src, 'jwt.ts'),
  '@token04/server/express': join(src, 'express.ts'),
  '@token04/server/fastify': join(src, 'fastify.ts'),
  '@token04/server/redis': join(src, 'redis.ts'),
  jose: require.resolve('jose'),
};

test.each([...examples, ...ofPages])('$title', async ({ code }) => {
  const found = code.replace(/from '(.*?)'/g, (_, name: string) => `from '${MODULES[name]}'`);
  expect(await runExample(found)).toBeGreaterThan(0);
});

test('every public function has an example', async () => {
  const ours = Object.entries(MODULES).filter(([name]) => name !== 'jose');
  const exported = await Promise.all(ours.map(async ([, path]) => Object.keys(await import(path))));
  const shown = new Set(examples.flatMap(({ code }) => code.match(/\w+/g) ?? []));
  expect(exported.flat().filter((name) => !shown.has(name))).toEqual([]);
});
