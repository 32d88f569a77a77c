import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { IvStatistics } from '../src/iv-statistics.ts';

/** The bytes of a CBC token with this IV: eight of expire, the IV's length, and a ciphertext. */
function tokenWith(iv: Buffer): string {
  const body = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 16]), iv, randomBytes(32)]);
  return `04${body.toString('base64')}`;
}

function judge(ivs: Iterable<Buffer>): { sound: boolean; repeats: number } {
  const statistics = new IvStatistics();
  for (const iv of ivs) statistics.add(tokenWith(iv), 0);
  return {
    sound: statistics.judge().every(({ sound }) => sound),
    repeats: statistics.repeats,
  };
}

const many = (iv: (index: number) => Buffer) => Array.from({ length: 3000 }, (_, i) => iv(i));

test('random IVs are sound', () => {
  expect(judge(many(() => randomBytes(16)))).toEqual({ sound: true, repeats: 0 });
});

test('an IV that comes again is counted', () => {
  const ivs = many(() => randomBytes(16));
  expect(judge([...ivs, ivs[0] as Buffer]).repeats).toBe(1);
});

test('letters and digits for an IV, as official generators have them, are not sound', () => {
  expect(judge(many(() => Buffer.from(randomBytes(8).toString('hex')))).sound).toBe(false);
});

test('a counter is not sound', () => {
  const counted = judge(many((i) => Buffer.from(i.toString(16).padStart(32, '0'), 'hex')));
  expect(counted).toEqual({ sound: false, repeats: 0 });
});
