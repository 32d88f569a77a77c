import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function seedWith(env: { [name: string]: string | undefined }): Promise<number> {
  for (const name of ['CI', 'TOKEN04_SEED']) vi.stubEnv(name, env[name]);
  vi.resetModules();
  return (await import('../src/seed.ts')).seed;
}

test('the seed of the environment is taken, in CI, too', async () => {
  expect(await seedWith({ TOKEN04_SEED: '7' })).toBe(7);
  expect(await seedWith({ TOKEN04_SEED: '7', CI: 'true' })).toBe(7);
});

test('in CI it is fixed', async () => {
  expect(await seedWith({ CI: 'true' })).toBe(20_261_124);
});

test('elsewhere it is an integer of 31 bits, as fast-check wants', async () => {
  const seed = await seedWith({});
  expect(Number.isInteger(seed)).toBe(true);
  expect(seed).toBeGreaterThanOrEqual(0);
  expect(seed).toBeLessThan(2 ** 31);
});
