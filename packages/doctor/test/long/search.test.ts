import { randomBytes } from 'node:crypto';
import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mistakenKeysOf, properKeys } from '../../src/cipher/keys.ts';
import { foreignReadings } from '../../src/frame/readings.ts';
import { findJsonBreak } from '../../src/json-break.ts';
import { APP_SIGN, NOW, SECRET } from '../make.ts';

test('no key is tried twice, whatever the secrets have in common', () => {
  const secrets = [SECRET, SECRET.toUpperCase(), ` ${SECRET}`, APP_SIGN, 'short', '0'.repeat(32)];
  const proper = properKeys([...secrets, SECRET]);
  const keys = [...proper, ...mistakenKeysOf(secrets, [SECRET, APP_SIGN], proper)];
  const distinct = new Set(keys.map(({ bytes }) => Buffer.from(bytes).toString('hex')));
  expect(distinct.size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(100);
  for (const { bytes } of keys) expect([16, 24, 32]).toContain(bytes.length);
});

test('no reading puts IV and ciphertext where another does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 400 }), (bytes) => {
      const places = foreignReadings(bytes, NOW).map(
        ({ frame: { iv, ciphertext } }) =>
          `${iv.byteOffset} ${iv.length} ${ciphertext.byteOffset} ${ciphertext.length}`,
      );
      expect(new Set(places).size).toBe(places.length);
    }),
    { seed },
  );
});

test('random bytes are read as nothing in particular', () => {
  const named = Array.from({ length: 300 }, () => foreignReadings(randomBytes(150), NOW)[0])
    .filter((reading) => reading !== undefined)
    .filter(({ weight }) => weight >= 12);
  // By chance two random bytes may be a length that fits.
  expect(named.length).toBeLessThan(60);
});

test('a text breaks as JSON exactly where JSON.parse throws', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '1',
    'null',
    'a',
    "'",
    ' ',
    '\\',
    '\n',
    '"\\N"',
  );
  const texts = fc.oneof(
    fc.json(),
    fc.json().map((json) => json.slice(1)),
    fc.json().map((json) => json.replaceAll('"', "'")),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      const broken = findJsonBreak(text);
      expect(broken === undefined).toBe(parses);
      if (broken) expect(broken.position).toBeLessThanOrEqual(text.length);
    }),
    { seed, numRuns: 3000 },
  );
});
