import { afterEach, expect, test, vi } from 'vitest';
import { runs, skips } from '../src/missing.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a program runs, fails, or is not there', async () => {
  expect(await runs(process.execPath, '--version')).toBe(true);
  expect(await runs(process.execPath, '-e', 'process.exit(1)')).toBe(false);
  expect(await runs('/nowhere/program')).toBe(false);
});

test.each([
  { isThere: true, ci: '', skipped: false },
  { isThere: true, ci: 'true', skipped: false },
  { isThere: false, ci: '', skipped: true },
  { isThere: false, ci: 'true', skipped: false },
])('there: $isThere, CI: "$ci"; skipped, with a line: $skipped', ({ isThere, ci, skipped }) => {
  vi.stubEnv('CI', ci);
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  expect(skips('the tests', { what: 'go', isThere })).toBe(skipped);
  expect(warn.mock.calls).toEqual(skipped ? [['SKIPPED: the tests, since there is no go']] : []);
});
