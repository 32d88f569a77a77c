import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

// The built package by its own name, as a user gets it: not what vitest makes of the sources.
const require = createRequire(import.meta.url);
const load = (name: string) => import(/* @vite-ignore */ require.resolve(name));

const ENTRIES = ['@token04/core', '@token04/core/web'];
const TESTING_ENTRIES = ['@token04/core/testing', '@token04/core/web/testing'];

describe('one class Token04Error', async () => {
  const { Token04Error } = require('@token04/core');

  test.each(ENTRIES)('%s exports it under import and require', async (name) => {
    expect(require(name).Token04Error).toBe(Token04Error);
    expect((await load(name)).Token04Error).toBe(Token04Error);
  });

  test.each(TESTING_ENTRIES)('%s throws it under import and require', async (name) => {
    for (const { sealToken04 } of [require(name), await load(name)]) {
      await expect((async () => sealToken04({}))()).rejects.toBeInstanceOf(Token04Error);
    }
  });
});
