import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EVERYTHING, fixedCases } from '../src/conformance/all-cases.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const pages: { readonly [name: string]: string } = {
  specification: read('../../../docs/specification.md'),
  protocol: read('../PROTOCOL.md'),
};
const cases = [...fixedCases(EVERYTHING)];

test('every case names a section that exists', () => {
  for (const section of new Set(cases.map((one) => one.section))) {
    const [page = '', number = ''] = section.split(' ');
    expect(pages[page], section).toMatch(
      new RegExp(`^###? ${number.replace('.', '\\.')}\\.? `, 'm'),
    );
  }
});

test('ids are unique, and each area is in the protocol’s table', () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  for (const area of new Set(cases.map(({ id }) => id.split('/')[0]))) {
    expect(pages['protocol']).toContain(`\n| \`${area}\` | `);
  }
});

test('every case says what it asks and what it expects', () => {
  for (const { id, expects, requests } of cases) {
    expect(expects, id).not.toBe('');
    expect(requests.length, id).toBeGreaterThan(0);
  }
});
