import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the README has a row for each module', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => `${name}.ts`);
  expect(rows).toEqual(readdirSync(new URL('../src', import.meta.url)).sort());
});
