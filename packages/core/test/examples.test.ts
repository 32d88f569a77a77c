import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { docstringExamples, runExample } from './run-example.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

const examples = docstringExamples(src);

test.each(examples)('$title', async ({ code }) => {
  expect(await runExample(code)).toBeGreaterThan(0);
});

test('every public function has an example', async () => {
  const exported = Object.keys(await import('@token04/core')).sort();
  const shown = new Set(examples.flatMap(({ code }) => code.match(/\w+/g) ?? []));
  expect(exported.filter((name) => !shown.has(name))).toEqual([]);
});
