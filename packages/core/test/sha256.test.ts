import { createHash } from 'node:crypto';
import fc from 'fast-check';
import sha256 from 'tiny-hashes/sha256/index.mjs';
import { expect, test } from 'vitest';
import { seed } from './seed.ts';

// The web entry's SHA-256 is bundled, so what is published with it is checked here against OpenSSL's.
const expected = (text: string) => createHash('sha256').update(text).digest('hex');

test('SHA-256 of every length up to four blocks', () => {
  for (let length = 0; length <= 256; length++) {
    const text = 'x'.repeat(length);
    expect(sha256(text), `of ${length} bytes`).toBe(expected(text));
  }
});

test('SHA-256 of any well-formed text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(sha256(text)).toBe(expected(text));
    }),
    { seed, numRuns: 2000 },
  );
});

test('SHA-256 of a million bytes', () => {
  const text = 'a'.repeat(1_000_000);
  expect(sha256(text)).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});
