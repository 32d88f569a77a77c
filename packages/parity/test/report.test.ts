import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  checkFixtures,
  checkVectorFile,
  compatibilityMatrix,
  compatibilityReport,
} from '../src/index.ts';
import { smallFile, tokenVector } from './vectors.ts';

test('a fresh run makes the committed COMPATIBILITY.md', () => {
  const committed = readFileSync(new URL('../../../COMPATIBILITY.md', import.meta.url), 'utf8');
  expect(compatibilityReport(checkFixtures())).toBe(committed);
});

test('the matrix counts what passed, and adds up', () => {
  const good = checkVectorFile(smallFile());
  const broken = smallFile();
  tokenVector(broken).token = '04AAAA';
  const matrix = compatibilityMatrix([good, checkVectorFile(broken)]);
  expect(cells(matrix)).toEqual([
    [
      'generator',
      'mode',
      'decoded',
      're-serialised',
      'sealed',
      'rejections agree',
      'known differences',
      'crashes',
    ],
    ['Go', 'CBC', '1/1', '1/1', '1/1', '1/1', '0', '0'],
    ['Go', 'CBC', '0/1', '0/1', '0/1', '1/1', '0', '0'],
    ['all', '', '1/2', '1/2', '1/2', '2/2', '0', '0'],
  ]);
});

test('the report names failures by id and step', () => {
  const broken = smallFile();
  const { token } = tokenVector(broken);
  tokenVector(broken).token = '04AAAA';
  expect(compatibilityReport([checkVectorFile(smallFile())])).not.toContain('## Failures');
  const report = compatibilityReport([checkVectorFile(broken)]);
  expect(report).toMatch(/## Failures[\s\S]+\| Go +\| CBC +\| basic\/plain-user-id \| decode \|/);
  expect(report).not.toContain(token);
});

function cells(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => !/^[|: -]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
