import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { EVERYTHING } from '../src/conformance/all-cases.ts';
import { FRESHNESS } from '../src/conformance/freshness-cases.ts';
import {
  checkBits,
  checkBytes,
  checkIvSteps,
  checkNonceBits,
  checkPairsOfBytes,
  checkParts,
  checkRepeats,
  checkWordSteps,
  MAX_CHI_SQUARE,
  MAX_DEVIATIONS,
  MAX_EQUAL_STEPS,
  MIN_NONCE_BITS,
  mostByChance,
  partsOfIv,
} from '../src/conformance/freshness-checks.ts';
import { checkNotHashed } from '../src/conformance/iv-hashes.ts';
import { mixedSteps } from '../src/conformance/mixed-run-case.ts';

const { drawn, runs, nonceRepeats, drawnOverRestarts, nonceRepeatsOverRestarts } = FRESHNESS;
const { drawnInALongRun, drawnOfTheSame } = FRESHNESS;
const IV_BYTES = 16;
const NONCE_BITS = 31;

/** How likely it is that more than `most` events come where `average` come on average (Poisson). */
function moreThan(most: number, average: number): number {
  let term = Math.exp(-average);
  for (let count = 1; count <= most + 1; count++) term *= average / count;
  let sum = 0;
  for (let count = most + 1; term > sum * 1e-17; count++) {
    sum += term;
    term *= average / (count + 1);
  }
  return sum;
}

/** The upper tail of chi-square: a continued fraction of the incomplete gamma function (DLMF 8.9.2). */
function chiSquareAbove(value: number, degrees: number): number {
  const [a, x] = [degrees / 2, value / 2];
  let fraction = 0;
  for (let n = 500; n >= 1; n--) fraction = (n * (a - n)) / (x + 2 * n + 1 - a + fraction);
  return Math.exp(-x + a * Math.log(x) - logGamma(a)) / (x + 1 - a + fraction);
}

/** How likely a normal variable is so many deviations from its mean, or more: an upper bound. */
function beyondDeviations(count: number): number {
  return (2 * Math.exp((-count * count) / 2)) / (count * Math.sqrt(2 * Math.PI));
}

/** Stirling's series. */
function logGamma(z: number): number {
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5);
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series;
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;
const steps = drawn - runs;
const pairsOfPlaces = pairsOf(IV_BYTES);
/** How likely it is that two of the parts of so many IVs are equal. */
const partsMeet = (ivs: number): number => pairsOf(ivs * partsOfIv(IV_BYTES)) / 2 ** 64;
const most = (count: number): number => Math.floor(mostByChance(count));

/** How likely it is, at most, that a check refuses values that are random. */
const odds: readonly (readonly [check: string, odds: number])[] = [
  ['nonce-repeats', moreThan(nonceRepeats, pairsOf(drawn) / 2 ** NONCE_BITS)],
  ['nonce-range', MIN_NONCE_BITS * 2 ** (1 - drawn)],
  ['iv-repeats', pairsOf(drawn) / 2 ** 96],
  ['iv-entropy, a value that is absent', IV_BYTES * 256 * (255 / 256) ** drawn],
  ['iv-entropy', IV_BYTES * (chiSquareAbove(MAX_CHI_SQUARE, 255) + 256 * (255 / 256) ** drawn)],
  ['iv-blocks', pairsOfPlaces * 2 * 256 * moreThan(most(drawn), drawn / 256)],
  [
    'iv-counter',
    IV_BYTES * 256 * moreThan(most(steps), steps / 256) +
      2 * IV_BYTES * pairsOf(steps) * moreThan(MAX_EQUAL_STEPS - 2, steps / 2 ** 32),
  ],
  ['nonce-counter', 2 * pairsOf(steps) * moreThan(MAX_EQUAL_STEPS - 2, steps / 2 ** 30)],
  ['iv-holds-the-nonce', moreThan(MAX_EQUAL_STEPS, (2 * (IV_BYTES - 3) * drawn) / 2 ** NONCE_BITS)],
  ['iv-and-nonce', 3 * 32 * 8 * IV_BYTES * beyondDeviations(MAX_DEVIATIONS)],
  [
    'after-a-restart',
    pairsOf(drawnOverRestarts) / 2 ** 96 +
      moreThan(nonceRepeatsOverRestarts, pairsOf(drawnOverRestarts) / 2 ** NONCE_BITS),
  ],
  ['a-long-run', partsMeet(drawnInALongRun)],
  ['same-arguments', partsMeet(drawnOfTheSame)],
  ['mixed', partsMeet(mixedSteps(EVERYTHING).steps.length)],
  ['same-claims', pairsOf(64) / 2 ** 96],
];

test('the tails of both distributions are those that tables have', () => {
  expect(moreThan(2, 1)).toBeCloseTo(0.0803, 4);
  expect(moreThan(9, 5)).toBeCloseTo(0.0318, 4);
  // The 0.1 % point of 255 degrees of freedom.
  expect(chiSquareAbove(330.52, 255)).toBeCloseTo(0.001, 4);
});

test.each(odds)('%s refuses a right port in less than one run of 10^9', (check, likely) => {
  console.log(`${check}: ${likely.toExponential(1)}`);
  expect(likely).toBeLessThan(1e-9);
});

test.each([
  ['a constant put over it', (iv: Buffer) => iv.readInt32BE() ^ 0x5a3c7e19],
  ['its complement', (iv: Buffer) => ~iv.readInt32LE(3)],
  ['a constant added', (iv: Buffer) => (iv.readInt32LE(3) + 12_345) | 0],
  ['a multiple of it', (iv: Buffer) => Math.imul(iv.readInt32LE(3), 0x9e3779b1)],
  ['27 bits of it', (iv: Buffer) => iv.readUInt32BE(5) >>> 5],
  [
    'bytes from here and there',
    (iv: Buffer) => Buffer.from([0, 3, 6, 9].map((at) => iv[at] as number)).readInt32BE(),
  ],
])('a nonce that is made of its IV is refused: %s', (_name, nonceOf) => {
  const ivs = Array.from({ length: drawn }, () => randomBytes(IV_BYTES));
  expect(() => checkNonceBits([{ ivs, nonces: ivs.map(nonceOf), first: [] }])).toThrow(
    'the nonce and an IV depend on each other',
  );
});

test('a nonce that is made of the IV before, or of the one after, is refused', () => {
  const ivs = Array.from({ length: drawn + 1 }, () => randomBytes(IV_BYTES));
  const nonces = ivs.map((iv) => ~iv.readInt32BE());
  const message = 'the nonce and an IV depend on each other';
  expect(() => checkNonceBits([{ ivs: ivs.slice(1), nonces, first: [] }])).toThrow(message);
  expect(() => checkNonceBits([{ ivs, nonces: nonces.slice(1), first: [] }])).toThrow(message);
});

test('the same nonce and IV for a second say nothing of what the one has to do with the other', () => {
  const few = Array.from({ length: 20 }, () => randomBytes(IV_BYTES));
  const ivs = Array.from({ length: drawn }, (_, index) => few[index % few.length] as Buffer);
  const nonces = ivs.map((iv) => iv.readInt32BE());
  expect(() => checkNonceBits([{ ivs, nonces, first: [] }])).not.toThrow();
});

test('random nonces and IVs pass every check', () => {
  const own = drawn / runs;
  const all = Array.from({ length: runs }, () => ({
    nonces: Array.from({ length: own }, () => randomBytes(4).readInt32BE()),
    ivs: Array.from({ length: own }, () => randomBytes(IV_BYTES)),
    first: [],
  }));
  const nonces = all.flatMap((one) => one.nonces);
  const ivs = all.flatMap((one) => one.ivs);
  checkRepeats('nonces', nonces, nonceRepeats);
  checkBits(nonces);
  checkBytes(ivs);
  checkParts(ivs);
  checkPairsOfBytes(ivs);
  checkIvSteps(all.map((one) => one.ivs));
  checkNonceBits(all);
  checkWordSteps(
    'nonces',
    all.map((one) => one.nonces.map((nonce) => bytesOf(nonce))),
  );
});

test.each([
  ['of 24 bits', (random: number) => random >>> 8],
  ['of 24 bits, shifted', (random: number) => random & 0xffffff00],
  ['of 26 bits', (random: number) => random >>> 6],
])('nonces %s are refused', (_name, cut) => {
  const nonces = Array.from({ length: drawn }, () => cut(randomBytes(4).readUInt32BE()));
  expect(() => checkBits(nonces)).toThrow(/^only 2[46] bits of the nonces change$/);
});

test('a byte value that never comes at one place is refused', () => {
  const ivs = Array.from({ length: drawn }, () => {
    const iv = randomBytes(IV_BYTES);
    if (iv[9] === 77) iv[9] = 78;
    return iv;
  });
  expect(() => checkBytes(ivs)).toThrow('byte 9 of the IVs has 1 values never');
});

test.each([0, 4, 8, 12])(
  'random bytes that are used again, %i bytes further on, are refused',
  (shift) => {
    const pool = randomBytes(65_536);
    const stream = Buffer.concat([pool, randomBytes(shift), pool]);
    const ivs = Array.from({ length: Math.floor(stream.length / 12) }, (_, index) =>
      stream.subarray(index * 12, index * 12 + 12),
    );
    expect(() => checkParts(ivs)).toThrow(/hold parts of earlier ones$/);
  },
);

test('an IV that is a hash of the claims is refused, with the name of the hash', () => {
  const claims = { appId: 1, userId: 'demo', ctime: 17, expire: 18, nonce: -5, payload: '' };
  const opened = (iv: Uint8Array) => [{ claims, iv, plaintext: '{}', secret: 'x'.repeat(32) }];
  const nonce = Buffer.from([0xff, 0xff, 0xff, 0xfb]);
  const ctime = Buffer.from([17, 0, 0, 0, 0, 0, 0, 0]);
  const hash = (name: string, ...parts: readonly (Buffer | string)[]): Buffer =>
    parts.reduce((made, part) => made.update(part), createHash(name)).digest();
  expect(() => checkNotHashed(opened(hash('md5', nonce)))).toThrow('an IV is MD5 of');
  expect(() => checkNotHashed(opened(hash('sha256', ctime, nonce).subarray(0, 12)))).toThrow(
    'an IV is SHA256 of',
  );
  expect(() => checkNotHashed(opened(hash('sha1', 'demo:-5:17').subarray(-16)))).toThrow(
    'an IV is SHA1 of',
  );
  expect(() => checkNotHashed(opened(randomBytes(16)))).not.toThrow();
});

function bytesOf(nonce: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(nonce);
  return bytes;
}
