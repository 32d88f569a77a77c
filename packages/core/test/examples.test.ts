import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runExample } from './run-example.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

const examples = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    return [...text.matchAll(/ \* ```js\n(.*?) \* ```/gs)].map((match, index) => ({
      title: `${path}, example ${index + 1}`,
      code: (match[1] as string).replace(/^ \* ?/gm, ''),
    }));
  });

test.each(examples)('$title', async ({ code }) => {
  expect(await runExample(code)).toBeGreaterThan(0);
});

test('every public function has an example', async () => {
  const exported = Object.keys(await import('@token04/core')).sort();
  const shown = new Set(examples.flatMap(({ code }) => code.match(/\w+/g) ?? []));
  expect(exported.filter((name) => !shown.has(name))).toEqual([]);
});
