/**
 * How the parts of a foreign frame may be written. A layout is not a guess at one mistake: the
 * codings of the parts, their order, and what stands around them are combined, so that a frame with
 * three deviations is read as well as one with a single.
 */
export interface Layout {
  /** Bytes in front, such as an HMAC. */
  readonly front: number;
  readonly order: Order;
  /** The parts, as far as there are any. */
  readonly expire?: Part;
  readonly iv?: Part;
  readonly ciphertext?: Part;
  /** Where what stands behind begins, such as a mode byte, the tag of GCM or an HMAC. */
  readonly end: number;
}

type PartName = 'expire' | 'iv' | 'ciphertext';
type Order = readonly PartName[];
type Parts = Pick<Layout, PartName>;

/** Where a part lies: of an IV or a ciphertext the bytes behind its length. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** Of the expire, or of the length; undefined where the length is missing. */
  readonly coding: Coding | undefined;
}

/** How a number is written. */
interface Coding {
  readonly bytes: number;
  readonly isLittleEndian?: true;
  readonly isText?: true;
}

/** As token04 has it. */
export const PROPER_ORDER: Order = ['expire', 'iv', 'ciphertext'];
export const PROPER_EXPIRE: Coding = { bytes: 8 };

const ORDERS: readonly Order[] = [
  PROPER_ORDER,
  ['expire', 'ciphertext', 'iv'],
  ['iv', 'expire', 'ciphertext'],
  ['iv', 'ciphertext', 'expire'],
  ['ciphertext', 'iv', 'expire'],
  ['ciphertext', 'expire', 'iv'],
  ['iv', 'ciphertext'],
  ['ciphertext', 'iv'],
  ['expire', 'ciphertext'],
  ['ciphertext'],
];
const LONG: Coding = { bytes: 8, isLittleEndian: true };
const INTS: readonly Coding[] = [{ bytes: 4 }, { bytes: 4, isLittleEndian: true }];
const EXPIRES: readonly Coding[] = [PROPER_EXPIRE, LONG, ...INTS, { bytes: 10, isText: true }];
const LENGTHS: readonly (Coding | undefined)[] = [
  { bytes: 2 },
  { bytes: 2, isLittleEndian: true },
  ...INTS,
  PROPER_EXPIRE,
  LONG,
  { bytes: 1 },
  undefined,
];
/** Of the codings of an expire, each once. */
const EXPIRE_SIZES = [8, 4, 10];
/** Nothing; a mode byte or a version; a CRC; MD5, SHA-1, SHA-256 and SHA-256 in hex. */
const FRONTS = [0, 1, 2, 4, 16, 20, 32, 64];
/** Nothing; a mode byte; a number; a tag, also with its length; an HMAC. */
const BEHINDS = [0, 1, 4, 16, 17, 18, 20, 32];
const BARE_IVS = [16, 12];
/** Raw; in base64; in hex. */
const IVS = [...BARE_IVS, 24, 32];
const LEAST_CIPHERTEXT = 16;

/** Every layout that fits: all parts have their lengths, nothing is left over, expire is a time. */
export function* layouts(
  bytes: Uint8Array,
  isTime: (seconds: number) => boolean,
): Generator<Layout> {
  for (const front of FRONTS) {
    for (const behind of BEHINDS) {
      // Something long stands in front or behind, not both.
      if (front >= 2 && behind >= 5) continue;
      const end = Math.max(0, bytes.length - behind);
      for (const order of ORDERS) {
        for (const parts of placed(bytes.subarray(0, end), order, front, {}, isTime)) {
          yield { front, order, ...parts, end };
        }
      }
    }
  }
}

/** One part after the other, so that what cannot be is given up with its first part. */
function* placed(
  bytes: Uint8Array,
  [name, ...later]: Order,
  offset: number,
  parts: Parts,
  isTime: (seconds: number) => boolean,
): Generator<Parts> {
  if (name === undefined) {
    if (offset === bytes.length) yield parts;
    return;
  }
  const ways =
    name === 'expire'
      ? expiresAt(bytes, offset, isTime)
      : fieldsAt(bytes, offset, name, later, parts);
  for (const part of ways) {
    yield* placed(bytes, later, part.end, { ...parts, [name]: part }, isTime);
  }
}

function expiresAt(
  bytes: Uint8Array,
  offset: number,
  isTime: (seconds: number) => boolean,
): Part[] {
  return EXPIRES.filter((coding) => isTime(readNumber(bytes, offset, coding))).map((coding) => ({
    coding,
    start: offset,
    end: offset + coding.bytes,
  }));
}

/** An IV or a ciphertext, behind its length or without one. */
function* fieldsAt(
  bytes: Uint8Array,
  offset: number,
  name: PartName,
  later: Order,
  { iv, ciphertext }: Parts,
): Generator<Part> {
  const other = (iv ?? ciphertext)?.coding;
  for (const coding of LENGTHS) {
    // Whoever writes both lengths writes them alike.
    if (coding && other && coding !== other) continue;
    const start = offset + (coding?.bytes ?? 0);
    const rest = bytes.length - start;
    const bare = name === 'iv' ? BARE_IVS : sizesOf(later).map((size) => rest - size);
    for (const length of coding ? [readNumber(bytes, offset, coding)] : bare) {
      const isPossible = name === 'iv' ? IVS.includes(length) : length >= LEAST_CIPHERTEXT;
      if (isPossible && length <= rest) yield { coding, start, end: start + length };
    }
  }
}

/** What parts that follow a ciphertext without a length can take, where they have none either. */
function sizesOf(parts: Order): number[] {
  return parts.reduce(
    (sums, part) => {
      const sizes = part === 'expire' ? EXPIRE_SIZES : BARE_IVS;
      return sums.flatMap((sum) => sizes.map((size) => sum + size));
    },
    [0],
  );
}

/** NaN where bytes are missing, or where the text is none. */
export function readNumber(bytes: Uint8Array, offset: number, coding: Coding): number {
  const own = bytes.subarray(offset, offset + coding.bytes);
  if (own.length < coding.bytes) return Number.NaN;
  if (coding.isText) {
    const text = String.fromCharCode(...own);
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
  }
  const add = (value: number, byte: number): number => value * 0x100 + byte;
  return coding.isLittleEndian ? own.reduceRight(add, 0) : own.reduce(add, 0);
}
