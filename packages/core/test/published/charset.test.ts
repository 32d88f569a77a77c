import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const dist = new URL('../../dist/', import.meta.url);
const files = readdirSync(dist).filter((file) => /\.[cm]js$/.test(file));

test.each(files)('%s means the same in every charset of a page', (file) => {
  const code = readFileSync(new URL(file, dist), 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/(^|\s)\/\/.*/g, '');
  expect(code).not.toMatch(/[^\t\n\r -~]/);
});
