import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import {
  checkCommunityFixtures,
  checkFixtures,
  checkVectorFile,
  compatibilityMatrix,
  compatibilityReport,
} from '../src/index.ts';
import { smallFile, tokenVector } from './vectors.ts';

test('a fresh run makes the committed COMPATIBILITY.md', () => {
  const committed = readFileSync(new URL('../../../COMPATIBILITY.md', import.meta.url), 'utf8');
  expect(compatibilityReport([...checkFixtures(), ...checkCommunityFixtures()])).toBe(committed);
});

test('what is derived from the files of fixtures is up to date', async () => {
  const derive = fileURLToPath(new URL('../derive.mjs', import.meta.url));
  const { stdout, exitCode } = await execa(process.execPath, [derive, '--check'], {
    reject: false,
  });
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
});

test('the matrix counts what passed, and adds up', () => {
  const good = checkVectorFile(smallFile());
  const broken = smallFile();
  tokenVector(broken).token = '04AAAA';
  const testee = { language: 'any', areas: {} };
  const testees = {
    core: { ...testee, name: 'core', kind: 'core', dialect: 'node' },
    port: { ...testee, name: 'port', kind: 'port', dialect: 'go' },
    other: { ...testee, name: 'other', kind: 'port', dialect: 'php' },
  } as const;
  const pair = (maker: string, reader: string, mode: 'cbc' | 'gcm', tokens: number) => ({
    maker,
    reader,
    mode,
    tokens,
    read: tokens - 1,
  });
  const pairs = [
    pair('core', 'core', 'cbc', 1000),
    pair('core', 'port', 'cbc', 20),
    pair('port', 'core', 'cbc', 3),
    pair('port', 'core', 'gcm', 1000),
    pair('port', 'port', 'cbc', 1000),
    pair('other', 'core', 'cbc', 1000),
  ];
  const matrix = compatibilityMatrix([good, checkVectorFile(broken)], { testees, pairs });
  expect(cells(matrix)).toEqual([
    [
      'generator',
      'mode',
      'decoded',
      're-serialised',
      'sealed',
      'rejections agree',
      'known differences',
      'their crashes',
      'live',
    ],
    ['Go', 'CBC', '1/1', '1/1', '1/1', '1/1', '0', '0', '21/23'],
    ['Go', 'CBC', '0/1', '0/1', '0/1', '1/1', '0', '0', '21/23'],
    ['all', '', '1/2', '1/2', '1/2', '2/2', '0', '0', ''],
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
