import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Tally } from '../src/tally.ts';

let lines: string[];
const exitCode = process.exitCode;
beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  process.exitCode = exitCode;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a case that passes, one that throws and one that is rejected', async () => {
  const tally = new Tally();
  expect(await tally.run('one', () => {})).toBe(true);
  expect(
    await tally.run('two', () => {
      throw new Error('why');
    }),
  ).toBe(false);
  expect(await tally.run('three', () => Promise.reject(new Error('because')))).toBe(false);
  tally.close();
  expect(lines).toEqual([
    expect.stringMatching(/^✓ one \(\d+\.\d s\)$/),
    '✗ two\nwhy',
    '✗ three\nbecause',
    '1 passed, 2 failed',
  ]);
  expect(process.exitCode).toBe(1);
});

test('without a failure the exit status stays', () => {
  process.exitCode = 0;
  const tally = new Tally();
  tally.add({ passed: 3, failed: 0 });
  tally.close();
  expect(lines).toEqual(['3 passed, 0 failed']);
  expect(process.exitCode).toBe(0);
});

test.each([
  { ci: '', counts: '0 passed, 0 failed, 1 skipped', line: '- one: SKIPPED, since it needs go' },
  { ci: 'true', counts: '0 passed, 1 failed', line: '✗ one: needs go' },
])('what a machine lacks, with CI "$ci": $counts', ({ ci, counts, line }) => {
  vi.stubEnv('CI', ci);
  const tally = new Tally();
  tally.miss('one', 'go');
  expect(`${tally}`).toBe(counts);
  expect(lines).toEqual([line]);
});

test.each(['0 passed, 0 failed', '12 passed, 3 failed', '12 passed, 3 failed, 4 skipped'])(
  '"%s" is read as it is written',
  (line) => {
    expect(`${Tally.parse(line)}`).toBe(line);
  },
);

test.each([
  '',
  '1 passed',
  '1 passed, 2 failed, ',
  '✓ a: 1 passed, 2 failed',
  '-1 passed, 0 failed',
])('"%s" is no closing line', (line) => {
  expect(Tally.parse(line)).toBeUndefined();
});
