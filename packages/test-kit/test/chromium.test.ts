import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function pathWith(chromium: string): Promise<string | undefined> {
  vi.stubEnv('CHROMIUM', chromium);
  vi.resetModules();
  return (await import('../src/chromium.ts')).chromiumPath;
}

test('CHROMIUM names the browser, if it is there', async () => {
  expect(await pathWith(process.execPath)).toBe(process.execPath);
  expect(await pathWith('/nowhere/chromium')).toBe(await pathWith(''));
});
