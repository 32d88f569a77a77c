import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClaims, writeClaims } from '../src/token/claims.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  // Quotes, backslashes and control characters, which JSON escapes.
  fc.string({ unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)) }),
);
const claims = fc.record({
  appId: fc.integer({ min: 1, max: 0xffff_ffff }),
  userId: texts,
  ctime: fc.maxSafeInteger(),
  expire: fc.maxSafeInteger(),
  nonce: fc.maxSafeInteger(),
  payload: texts,
});

test('the plaintext is JSON.stringify of the object that official Node.js makes', () => {
  fc.assert(
    fc.property(claims, ({ appId, userId, nonce, ctime, expire, payload }) => {
      const object = { app_id: appId, user_id: userId, nonce, ctime, expire, payload };
      const written = writeClaims({ appId, userId, nonce, ctime, expire }, JSON.stringify(payload));
      expect(written).toBe(JSON.stringify(object));
    }),
    { seed, numRuns: 2000 },
  );
});

test('reading is the inverse of writing', () => {
  fc.assert(
    fc.property(claims, (said) => {
      const plaintext = writeClaims(said, JSON.stringify(said.payload));
      expect(readClaims(JSON.parse(plaintext), said.expire)).toEqual(said);
    }),
    { seed, numRuns: 1000 },
  );
});

test('a payload that is absent or null is empty', () => {
  const plaintext = { app_id: 1, user_id: 'demo', ctime: 0, expire: 60, nonce: 0 };
  expect(readClaims(plaintext, 60).payload).toBe('');
  expect(readClaims({ ...plaintext, payload: null }, 60).payload).toBe('');
  expect(() => readClaims({ ...plaintext, payload: 0 }, 60)).toThrow(
    'payload is not a well-formed string',
  );
});

test('a field that every object inherits is missing', () => {
  const plaintext = { app_id: 1, user_id: 'demo', ctime: 0, expire: 60, nonce: 0 };
  Object.defineProperty(Object.prototype, 'payload', { configurable: true, value: 'inherited' });
  Object.defineProperty(Object.prototype, 'nonce', { configurable: true, value: 7 });
  try {
    expect(readClaims(plaintext, 60).payload).toBe('');
    const { nonce, ...rest } = plaintext;
    expect(() => readClaims(rest, 60)).toThrow('nonce is not a safe integer');
  } finally {
    Reflect.deleteProperty(Object.prototype, 'payload');
    Reflect.deleteProperty(Object.prototype, 'nonce');
  }
});
