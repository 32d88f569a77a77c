import { expect, test, vi } from 'vitest';

// Loaded anew, since other tests have secrets remembered, too.
vi.resetModules();
const { rememberedKey } = await import('../src/node/remember.ts');

const secrets = Array.from({ length: 9 }, (_, i) => String(i).repeat(32));
const keyOf = (i: number) => rememberedKey(secrets[i], 'secret');

test('the keys of eight secrets are remembered, and no more', () => {
  const keys = [0, 1, 2, 3, 4, 5, 6, 7].map(keyOf);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(keyOf)).toEqual(keys);
  expect(keyOf(0)).toBe(keys[0]);

  const ninth = keyOf(8); // one more, and all are forgotten
  expect(keyOf(8)).toBe(ninth);
  expect(keyOf(0)).not.toBe(keys[0]);
});

test('what is no secret is not remembered', () => {
  for (let i = 0; i < 2; i++) {
    expect(() => rememberedKey('short', 'serverSecret')).toThrow(
      'serverSecret must be a string of 32 bytes (not the AppSign), got a string of 5 bytes',
    );
  }
});
