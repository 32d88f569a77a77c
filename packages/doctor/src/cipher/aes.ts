import { cbc, cfb, ctr, ecb, gcm } from '@noble/ciphers/aes.js';
import { BLOCK_BYTES, IV_BYTES, TAG_BYTES } from '@token04/core/format';
import { concat, hasControlInSum, textual, xor } from '../bytes.ts';

type Cipher = 'cbc' | 'gcm' | 'ecb' | 'ctr' | 'cfb' | 'cfb8' | 'ofb';

/** What came out of a cipher; nobody knows yet whether it is more than chance. */
export interface Decrypted {
  readonly cipher: Cipher;
  readonly bytes: Uint8Array;
  /** Where its IV is not the one of the frame. */
  readonly iv?: 'zeros' | 'key' | 'unknown';
  /** Of GCM: whether its tag is right, lies before the ciphertext, or is neither. */
  readonly tag?: 'right' | 'before' | 'wrong';
}

const ZEROS = new Uint8Array(BLOCK_BYTES);
/** With which GCM begins to encrypt. */
const GCM_COUNTER = 2;
const LIKELY = 1;
const RAW = { disablePadding: true } as const;
/** CFB-8 takes a call of the cipher a byte; what follows would prove no more. */
const MOST_CFB8_BYTES = 4096;

/** What a key makes of the beginning of a ciphertext; it decides whether the rest is looked at. */
export interface Beginning {
  /** Its reading is one of the likeliest, so that it is worth more. */
  readonly isLikely: boolean;
  /** The first three blocks, decrypted each for itself. */
  readonly blocks: Uint8Array;
  /** The blocks with which a counter may begin, and each of them encrypted. */
  readonly counters: readonly { readonly block: Uint8Array; readonly stream: Uint8Array }[];
}

/** How the beginnings of several are had from a key: preparing it takes longer than a block. */
export function beginningsOf(
  frames: readonly { readonly iv: Uint8Array; readonly ciphertext: Uint8Array }[],
): (key: Uint8Array) => Beginning[] {
  const heads = frames.map(({ ciphertext }) => {
    const isOfBlocks = ciphertext.length % BLOCK_BYTES === 0;
    return ciphertext.subarray(0, isOfBlocks ? 3 * BLOCK_BYTES : 0);
  });
  const counters = frames.map(({ iv }) => countersOf(iv));
  const allHeads = concat(...heads);
  const allCounters = concat(...counters.flat());
  return (key) => {
    const blocks = shares(ecb(key, RAW).decrypt(allHeads), heads);
    const streams = shares(ecb(key, RAW).encrypt(allCounters), counters.flat());
    return counters.map((own, index) => ({
      isLikely: index < LIKELY,
      blocks: blocks[index] as Uint8Array,
      counters: own.map((block) => ({ block, stream: streams.shift() as Uint8Array })),
    }));
  };
}

/** The bytes cut into pieces as long as these. */
function shares(bytes: Uint8Array, parts: readonly Uint8Array[]): Uint8Array[] {
  let offset = 0;
  return parts.map(({ length }) => {
    const start = offset;
    offset += length;
    return bytes.subarray(start, offset);
  });
}

/**
 * The plaintexts of a ciphertext that look like text, under each of the ciphers. Its beginning is
 * looked at first, so that a key which does not fit costs little. Where key and frame are as they
 * should be, the tag and the padding decide, whatever the text.
 */
export function* decryptions(
  key: Uint8Array,
  iv: Uint8Array,
  ciphertext: Uint8Array,
  beginning: Beginning,
  isProper: boolean,
): Generator<Decrypted> {
  const isOfBlocks = ciphertext.length % BLOCK_BYTES === 0;
  // With an IV of another length, nothing but the tag shows whether GCM fits.
  if (isProper || (iv.length === IV_BYTES.cbc && !isOfBlocks && beginning.isLikely)) {
    const bytes = openGcm(key, iv, ciphertext);
    if (bytes) {
      yield { cipher: 'gcm', bytes, tag: 'right' };
      return;
    }
  }
  if (isProper && isPadded(key, iv, ciphertext)) yield cbcDecryption(key, iv, ciphertext);
  else if (isOfBlocks) yield* blockDecryptions(key, iv, ciphertext, beginning.blocks);
  for (const { block, stream } of beginning.counters) {
    const isGcm = block.at(-1) === GCM_COUNTER && iv.length === IV_BYTES.gcm;
    if (isGcm) yield* gcmDecryptions(key, iv, ciphertext, stream);
    else yield* streamDecryptions(key, block, ciphertext, stream);
  }
}

/** GCM encrypts with a counter, so that its text is seen without its tag. */
function* gcmDecryptions(
  key: Uint8Array,
  iv: Uint8Array,
  ciphertext: Uint8Array,
  stream: Uint8Array,
): Generator<Decrypted> {
  const counter = concat(iv, new Uint8Array([0, 0, 0, GCM_COUNTER]));
  const plain = (bytes: Uint8Array): Uint8Array => ctr(key, counter).decrypt(bytes);
  if (startsLikeText(firstBlock(ciphertext, stream))) {
    const bytes = openGcm(key, iv, ciphertext);
    if (bytes) yield { cipher: 'gcm', bytes, tag: 'right' };
    else {
      yield { cipher: 'gcm', bytes: withoutTag(plain(ciphertext)), tag: 'wrong' };
    }
  } else if (startsLikeText(firstBlock(ciphertext.subarray(TAG_BYTES), stream))) {
    yield { cipher: 'gcm', bytes: plain(ciphertext.subarray(TAG_BYTES)), tag: 'before' };
  }
}

/** Text up to its last bracket: a tag lies elsewhere, is cut, or is as it should be. */
function withoutTag(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > bytes.length - TAG_BYTES && !textual(bytes.subarray(0, end))) end--;
  const bracket = bytes.lastIndexOf(0x7d, end - 1);
  return bytes.subarray(0, bracket > bytes.length - 2 * TAG_BYTES ? bracket + 1 : end);
}

function firstBlock(ciphertext: Uint8Array, stream: Uint8Array): Uint8Array {
  return xor(ciphertext.subarray(0, BLOCK_BYTES), stream);
}

function openGcm(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  try {
    return gcm(key, iv).decrypt(ciphertext);
  } catch {
    return undefined;
  }
}

function isPadded(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): boolean {
  try {
    cbc(key, iv).decrypt(ciphertext);
    return true;
  } catch {
    return false;
  }
}

function* blockDecryptions(
  key: Uint8Array,
  iv: Uint8Array,
  ciphertext: Uint8Array,
  head: Uint8Array,
): Generator<Decrypted> {
  // All but the first block are as they should be whatever the IV; the only one needs it.
  const second = head.subarray(BLOCK_BYTES, 2 * BLOCK_BYTES);
  const isSingle = second.length === 0;
  const own = iv.length === IV_BYTES.cbc ? iv : ZEROS;
  const isCbc = isSingle
    ? textual(xor(head, own), true)
    : isTextualSum(second, ciphertext) ||
      isTextualSum(head.subarray(2 * BLOCK_BYTES), ciphertext.subarray(BLOCK_BYTES)) ||
      isTextualSum(head.subarray(0, BLOCK_BYTES), own);
  if (isCbc) yield cbcDecryption(key, iv, ciphertext);
  if (
    textual(isSingle ? head : second, isSingle) &&
    textual(head.subarray(0, BLOCK_BYTES), isSingle)
  ) {
    yield { cipher: 'ecb', bytes: ecb(key, RAW).decrypt(ciphertext) };
  }
}

/** The IV is only in the first block: that tells which one it was. */
function cbcDecryption(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Decrypted {
  const own = iv.length === IV_BYTES.cbc ? iv : undefined;
  const candidates = [
    ['own', own],
    ['zeros', ZEROS],
    ['key', key.subarray(0, BLOCK_BYTES)],
  ] as const;
  const opened = candidates.flatMap(([name, other]) => {
    return other ? [{ name, bytes: cbc(key, other, RAW).decrypt(ciphertext) }] : [];
  });
  const first = ({ bytes }: { bytes: Uint8Array }): Uint8Array => bytes.subarray(0, BLOCK_BYTES);
  const isSingle = ciphertext.length === BLOCK_BYTES;
  const likely =
    opened.find((each) => isOpening(each.bytes[0]) && textual(first(each), isSingle)) ??
    opened.find((each) => each.name === 'own' && textual(first(each), isSingle));
  if (!likely)
    return { cipher: 'cbc', bytes: (opened[0] as { bytes: Uint8Array }).bytes, iv: 'unknown' };
  const { name, bytes } = likely;
  return { cipher: 'cbc', bytes, ...(name !== 'own' && { iv: name }) };
}

function* streamDecryptions(
  key: Uint8Array,
  counter: Uint8Array,
  ciphertext: Uint8Array,
  stream: Uint8Array,
): Generator<Decrypted> {
  const first = firstBlock(ciphertext, stream);
  // All three begin alike, since each encrypts the IV and adds it to the text.
  if (startsLikeText(first)) {
    yield { cipher: 'ctr', bytes: ctr(key, counter).decrypt(ciphertext) };
    yield { cipher: 'ofb', bytes: ofb(key, counter, ciphertext) };
    yield { cipher: 'cfb', bytes: cfb(key, counter).decrypt(ciphertext) };
  }
  if (isOpening(first[0]) && ciphertext.length <= MOST_CFB8_BYTES) {
    const begin = cfb8(key, counter, ciphertext.subarray(0, BLOCK_BYTES));
    if (startsLikeText(begin)) yield { cipher: 'cfb8', bytes: cfb8(key, counter, ciphertext) };
  }
}

/** An IV of GCM may have been used in CTR, which begins at 0 or 1. */
function countersOf(iv: Uint8Array): Uint8Array[] {
  if (iv.length === IV_BYTES.cbc) return [iv];
  if (iv.length !== IV_BYTES.gcm) return [];
  return [GCM_COUNTER, 0, 1].map((count) => concat(iv, new Uint8Array([0, 0, 0, count])));
}

/** OFB's stream of bytes is what CBC makes of zeros. */
function ofb(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const zeros = new Uint8Array(Math.ceil(ciphertext.length / BLOCK_BYTES) * BLOCK_BYTES);
  return xor(ciphertext, cbc(key, iv, RAW).encrypt(zeros));
}

function cfb8(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const cipher = (block: Uint8Array): number => ecb(key, RAW).encrypt(block)[0] as number;
  const fed = concat(iv, ciphertext);
  return ciphertext.map((byte, index) => byte ^ cipher(fed.slice(index, index + BLOCK_BYTES)));
}

/** Most that a wrong key makes has a control character soon, so that nothing is added up in full. */
function isTextualSum(one: Uint8Array, other: Uint8Array): boolean {
  return !hasControlInSum(one, other) && textual(xor(one, other));
}

/** JSON begins with a bracket or, encoded twice, with a quote. */
function startsLikeText(bytes: Uint8Array): boolean {
  return isOpening(bytes[0]) && textual(bytes, bytes.length < BLOCK_BYTES);
}

function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b || byte === 0x22;
}
