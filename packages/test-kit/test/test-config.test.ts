import { afterEach, expect, test, vi } from 'vitest';
import { SHARED_MODULES, testConfig } from '../src/test-config.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function projects(...args: Parameters<typeof testConfig>) {
  const { projects = [] } = testConfig(...args).test ?? {};
  return projects.map((each) => (each as { test: object }).test);
}

test('what is in test/long is long, and all else is short', () => {
  expect(projects()).toEqual([
    { name: 'short', include: ['test/**/*.test.ts'], exclude: ['test/long/**'] },
    { name: 'long', include: ['test/long/**/*.test.ts'], exclude: [] },
  ]);
});

test('options of vitest are for all, beside the limits of time', () => {
  expect(testConfig({ all: { maxWorkers: 2 } }).test).toMatchObject({
    maxWorkers: 2,
    testTimeout: 120_000,
  });
});

test('or for the short ones alone', () => {
  expect(projects({ short: SHARED_MODULES })).toMatchObject([{ isolate: false }, { name: 'long' }]);
});

test('what Windows lacks is left out of both there, and a line says so', () => {
  vi.stubGlobal('process', { ...process, platform: 'win32' });
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  expect(
    projects({ notOnWindows: { files: ['bin'], because: 'it has no signals' } }),
  ).toMatchObject([
    { exclude: ['test/**/bin.test.ts', 'test/long/**'] },
    { exclude: ['test/**/bin.test.ts'] },
  ]);
  expect(warn).toHaveBeenCalledWith('SKIPPED on Windows, since it has no signals: bin');
});
