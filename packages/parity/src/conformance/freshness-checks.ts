import { Fault } from './fault.ts';
import type { Opened } from './iv-hashes.ts';

/** What one process drew, in its order. */
export interface Drawn {
  readonly nonces: number[];
  readonly ivs: Uint8Array[];
  /** The first few, with all that an IV could be made of. */
  readonly first: readonly Opened[];
}

/** @throws Fault where more values than so many have been there before. */
export function checkRepeats(what: string, values: readonly unknown[], most: number): void {
  const repeats = values.length - new Set(values).size;
  if (repeats > most) throw new Fault(`${repeats} of ${values.length} ${what} are repeats`);
}

/** Official Python has draws of 27 bits; fewer are few enough to meet. */
export const MIN_NONCE_BITS = 27;

/** Of how many bits of the nonces not all are alike. */
export function checkBits(nonces: readonly number[]): void {
  const [first = 0] = nonces;
  const varying = nonces.reduce((bits, nonce) => bits | (nonce ^ first), 0);
  const count = (varying >>> 0).toString(2).replaceAll('0', '').length;
  if (count < MIN_NONCE_BITS) throw new Fault(`only ${count} bits of the nonces change`);
}

/**
 * Of 8 bits a byte. With base64 digits an IV has 6 at each place, with `[0-9a-z]` 5.2, with hex
 * digits 4; among thousands of random ones all 256 values turn up, which makes 8.
 */
const MIN_BITS_PER_BYTE = 7.5;
/** Chi-square with 255 degrees of freedom: 255 on average, ± 22.6. Eight deviations are not chance. */
export const MAX_CHI_SQUARE: number = 255 + 8 * 22.6;

/** Every value at every place, each about as often as another. */
export function checkBytes(ivs: readonly Uint8Array[]): void {
  const length = ivs[0]?.length ?? 0;
  const bits = Array.from({ length }, (_, at) => Math.log2(new Set(ivs.map((iv) => iv[at])).size));
  const all = bits.reduce((sum, each) => sum + each, 0);
  if (bits.some((each) => each < MIN_BITS_PER_BYTE)) {
    throw new Fault(`an IV has ${all.toFixed(0)} bits at most, of ${8 * length}`);
  }
  for (let at = 0; at < length; at++) {
    const counts = countBytes(ivs.map((iv) => iv[at] as number));
    // Of 16,384 draws each value is there 64 times on average, and none is absent by chance.
    const absent = counts.filter((count) => count === 0).length;
    if (absent > 0) throw new Fault(`byte ${at} of the IVs has ${absent} values never`);
    const expected = ivs.length / 256;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    if (chiSquare > MAX_CHI_SQUARE) throw new Fault(`byte ${at} of the IVs is not random`);
  }
}

/**
 * Two places with the same byte, or with bytes of one difference or one XOR: what is left of four
 * random bytes that are repeated, or of a word and its complement.
 */
export function checkPairsOfBytes(ivs: readonly Uint8Array[]): void {
  const length = ivs[0]?.length ?? 0;
  for (let first = 0; first < length; first++) {
    for (let second = first + 1; second < length; second++) {
      const pairs = ivs.map((iv) => [iv[first] as number, iv[second] as number] as const);
      const differences = countBytes(pairs.map(([one, other]) => (one - other) & 0xff));
      const xors = countBytes(pairs.map(([one, other]) => one ^ other));
      if (Math.max(...differences, ...xors) > mostByChance(ivs.length)) {
        throw new Fault(`bytes ${first} and ${second} of an IV depend on each other`);
      }
    }
  }
}

/** So long a part of an IV, beginning at each multiple of four, is in no other IV by chance. */
const PART_BYTES = 8;
const PART_STEP = 4;

/** How many such parts an IV of so many bytes has. */
export function partsOfIv(length: number): number {
  return Math.floor((length - PART_BYTES) / PART_STEP) + 1;
}

/**
 * Parts of an IV that were in one before, also at another place: what comes of random bytes that
 * were drawn ahead and are used again when they are used up.
 */
export function checkParts(ivs: readonly Uint8Array[]): void {
  const seen = new Set<string>();
  let repeats = 0;
  for (const iv of ivs) {
    const parts = Array.from({ length: partsOfIv(iv.length) }, (_, index) => {
      const start = index * PART_STEP;
      return Buffer.from(iv.subarray(start, start + PART_BYTES)).toString('latin1');
    });
    if (parts.some((part) => seen.has(part))) repeats++;
    for (const part of parts) seen.add(part);
  }
  if (repeats > 0) throw new Fault(`${repeats} of ${ivs.length} IVs hold parts of earlier ones`);
}

/** The same step from one IV to the next again and again, of a byte or of a word of four. */
export function checkIvSteps(runs: readonly (readonly Uint8Array[])[]): void {
  const length = runs[0]?.[0]?.length ?? 0;
  const total = runs.reduce((sum, run) => sum + run.length - 1, 0);
  for (let at = 0; at < length; at++) {
    const steps = runs.flatMap((run) =>
      stepsOf(
        run.map((iv) => iv[at] as number),
        0xff,
      ),
    );
    if (mostOften(steps) > mostByChance(total)) throw new Fault(`byte ${at} of the IVs counts`);
  }
  checkWordSteps('IVs', runs);
}

/** The same step again and again, of a word of four bytes. */
export function checkWordSteps(what: string, runs: readonly (readonly Uint8Array[])[]): void {
  const length = runs[0]?.[0]?.length ?? 0;
  for (let at = 0; at + 4 <= length; at++) {
    for (const littleEndian of [false, true]) {
      const steps = runs.flatMap((run) =>
        stepsOf(
          run.map((bytes) => wordAt(bytes, at, littleEndian)),
          0xffff_ffff,
        ),
      );
      if (mostOften(steps) > MAX_EQUAL_STEPS) throw new Fault(`the ${what} count`);
    }
  }
}

/** Of thousands of steps of 32 bits, hardly two are equal by chance. */
export const MAX_EQUAL_STEPS = 16;

/** The nonce's four bytes within the IV, in either order. */
export function checkNonceWithin(all: readonly Drawn[]): void {
  let within = 0;
  for (const { nonces, ivs } of all) {
    for (const [index, iv] of ivs.entries()) {
      const nonce = (nonces[index] as number) | 0;
      for (let at = 0; at + 4 <= iv.length; at++) {
        const words = [wordAt(iv, at, false) | 0, wordAt(iv, at, true) | 0];
        if (words.includes(nonce)) within++;
      }
    }
  }
  if (within > MAX_EQUAL_STEPS) throw new Fault('an IV holds the nonce');
}

/** The count of the value that is there most often. */
function mostOften(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > most) most = count;
  }
  return most;
}

/** Of 256 values, with ten deviations to spare. */
export function mostByChance(count: number): number {
  const expected = count / 256;
  return expected + 10 * Math.sqrt(expected);
}

function countBytes(values: readonly number[]): number[] {
  const counts = Array<number>(256).fill(0);
  for (const value of values) counts[value] = (counts[value] as number) + 1;
  return counts;
}

function stepsOf(values: readonly number[], mask: number): number[] {
  return values.slice(1).map((value, index) => ((value - (values[index] as number)) & mask) >>> 0);
}

function wordAt(bytes: Uint8Array, at: number, littleEndian: boolean): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, littleEndian);
}
