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

/** Official Python draws 27 bits; with fewer, two nonces are equal too often. */
export const MIN_NONCE_BITS = 27;

/** @throws Fault where too few bits of the nonces vary. */
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

/** @throws Fault where a place lacks values, or has some much more often than others. */
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
 * Finds two places whose bytes have one difference or one XOR too often, as four random bytes that are
 * repeated have, or a word and its complement.
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

/** Parts of this length, one from each multiple of four on, do not come twice by chance. */
const PART_BYTES = 8;
const PART_STEP = 4;

/** How many such parts an IV of so many bytes has. */
export function partsOfIv(length: number): number {
  return Math.floor((length - PART_BYTES) / PART_STEP) + 1;
}

/**
 * Finds parts of an IV that an earlier one had, also at another place. They come of random bytes that
 * were drawn ahead and are used again.
 */
export function checkParts(ivs: readonly Uint8Array[]): void {
  const repeats = withEarlierParts(ivs).length;
  if (repeats > 0) throw new Fault(`${repeats} of ${ivs.length} IVs hold parts of earlier ones`);
}

/** The places of the IVs that hold parts of earlier ones. */
export function withEarlierParts(ivs: readonly Uint8Array[]): number[] {
  const seen = new Set<string>();
  const repeats: number[] = [];
  for (const [place, iv] of ivs.entries()) {
    const parts = Array.from({ length: partsOfIv(iv.length) }, (_, index) => {
      const start = index * PART_STEP;
      return Buffer.from(iv.subarray(start, start + PART_BYTES)).toString('latin1');
    });
    if (parts.some((part) => seen.has(part))) repeats.push(place);
    for (const part of parts) seen.add(part);
  }
  return repeats;
}

/** Finds a step from IV to IV that comes again and again, in one byte or in a word of four. */
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

/** Finds a step that comes again and again, in a word of four bytes. */
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

/** Finds the nonce's four bytes within its IV, in either order. */
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

const NONCE_BITS = 32;
/** A covariance is so many standard deviations from 0 at most by chance. */
export const MAX_DEVIATIONS = 10;

/**
 * Finds a bit of the nonces that goes with a bit of the IVs, as it does where one is made of the
 * other: shifted, masked, turned round, its complement, or with a constant added or put over it.
 */
export function checkNonceBits(all: readonly Drawn[]): void {
  for (const shift of [0, 1, -1]) {
    // Pairs that come again say nothing new: some generators make the same for a whole second.
    const pairs = new Map<string, readonly [nonce: number, iv: Uint8Array]>();
    for (const { nonces, ivs } of all) {
      for (const [index, iv] of ivs.entries()) {
        const nonce = nonces[index + shift];
        if (nonce === undefined) continue;
        pairs.set(`${nonce} ${Buffer.from(iv).toString('latin1')}`, [nonce, iv]);
      }
    }
    const drawn = [...pairs.values()];
    const ofNonces = Array.from({ length: NONCE_BITS }, (_, bit) =>
      oneBitOfEach(drawn.map(([nonce]) => (nonce >>> bit) & 1)),
    );
    for (let at = 0; at < 8 * (drawn[0]?.[1].length ?? 0); at++) {
      const ofIvs = oneBitOfEach(drawn.map(([, iv]) => ((iv[at >> 3] as number) >> (at & 7)) & 1));
      if (ofNonces.some((one) => deviations(one, ofIvs, drawn.length) > MAX_DEVIATIONS)) {
        throw new Fault('the nonce and an IV depend on each other');
      }
    }
  }
}

/** One bit of each value, in words of 32, and the share of those that are set. */
interface OneBit {
  readonly words: Uint32Array;
  readonly share: number;
}

function oneBitOfEach(bits: readonly number[]): OneBit {
  const words = new Uint32Array(Math.ceil(bits.length / 32));
  let set = 0;
  for (const [index, bit] of bits.entries()) {
    words[index >> 5] = (words[index >> 5] as number) | (bit << (index & 31));
    set += bit;
  }
  return { words, share: set / bits.length };
}

/** How far from 0 the covariance of two bits is. A bit that never changes goes with no other. */
function deviations(one: OneBit, other: OneBit, count: number): number {
  let both = 0;
  for (let at = 0; at < one.words.length; at++) {
    both += bitsSet((one.words[at] as number) & (other.words[at] as number));
  }
  const variance = one.share * (1 - one.share) * other.share * (1 - other.share);
  if (variance === 0) return 0;
  return Math.abs(both / count - one.share * other.share) * Math.sqrt(count / variance);
}

/** Counted in pairs, fours and bytes at once, since a loop over the bits takes seconds here. */
function bitsSet(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How often the most frequent value comes. */
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

/** How often one of 256 values comes at most by chance: the average and ten deviations. */
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
