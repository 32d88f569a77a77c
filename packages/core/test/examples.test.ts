import { fileURLToPath } from 'node:url';
import { docstringExamples, runExample } from '@token04/test-kit/examples';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

const examples = docstringExamples(src);

test.each(examples)('$title', async ({ code }) => {
  expect(await runExample(code, (name) => import(name))).toBeGreaterThan(0);
});

test('every public function has an example', async () => {
  const exported = Object.keys(await import('@token04/core')).sort();
  const shown = new Set(examples.flatMap(({ code }) => code.match(/\w+/g) ?? []));
  expect(exported.filter((name) => !shown.has(name))).toEqual([]);
});
