import { cbc, cfb, ctr, ecb, gcm } from '@noble/ciphers/aes.js';
import { concatBytes } from '@noble/ciphers/utils.js';
import { BLOCK_BYTES, IV_BYTES, TAG_BYTES } from '@token04/core/format';
import { attempt } from '../attempt.ts';
import { textual, xor } from '../bytes.ts';
import { encodingOfBytes } from '../encodings.ts';
import { type Beginning, counterOf, GCM_COUNTER, RAW } from './beginning.ts';

type Cipher = 'cbc' | 'gcm' | 'ecb' | 'ctr' | 'cfb' | 'cfb8' | 'ofb';

/** What came out of a cipher; nobody knows yet whether it is more than chance. */
export interface Decrypted {
  readonly cipher: Cipher;
  readonly bytes: Uint8Array;
  /** Where its IV is not the one of the frame. */
  readonly iv?: 'zeros' | 'key' | 'unknown' | undefined;
  /** Of GCM: whether its tag is right, lies before the ciphertext, or is neither. */
  readonly tag?: 'right' | 'before' | 'wrong';
}

const ZEROS = new Uint8Array(BLOCK_BYTES);
/** CFB-8 takes a call of the cipher a byte; what follows would prove no more. */
const MOST_CFB8_BYTES = 4096;

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
  if (isProper || (iv.length === IV_BYTES.cbc && !isOfBlocks && beginning.isLikeliest)) {
    const bytes = openGcm(key, iv, ciphertext);
    if (bytes) {
      yield { cipher: 'gcm', bytes, tag: 'right' };
      return;
    }
  }
  const isPadded = isProper && attempt(() => cbc(key, iv).decrypt(ciphertext)) !== undefined;
  if (isPadded) yield cbcDecryption(key, iv, ciphertext);
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
  const plain = (bytes: Uint8Array): Uint8Array =>
    ctr(key, counterOf(iv, GCM_COUNTER)).decrypt(bytes);
  const behindTag = ciphertext.subarray(TAG_BYTES);
  if (startsLikeText(firstBlock(ciphertext, stream))) {
    const bytes = openGcm(key, iv, ciphertext);
    yield bytes
      ? { cipher: 'gcm', bytes, tag: 'right' }
      : { cipher: 'gcm', bytes: withoutTag(plain(ciphertext)), tag: 'wrong' };
  } else if (startsLikeText(firstBlock(behindTag, stream))) {
    yield { cipher: 'gcm', bytes: plain(behindTag), tag: 'before' };
  }
}

/** Text up to its last bracket: a tag lies elsewhere, is cut, or is as it should be. */
function withoutTag(bytes: Uint8Array): Uint8Array {
  const tail = bytes.length - 2 * TAG_BYTES;
  let end = bytes.length;
  while (end > tail + TAG_BYTES && !textual(bytes.subarray(Math.max(0, tail), end))) end--;
  const bracket = bytes.lastIndexOf(0x7d, end - 1);
  return bytes.subarray(0, bracket > tail ? bracket + 1 : end);
}

function firstBlock(ciphertext: Uint8Array, stream: Uint8Array): Uint8Array {
  return xor(ciphertext.subarray(0, BLOCK_BYTES), stream);
}

function openGcm(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined {
  return attempt(() => gcm(key, iv).decrypt(ciphertext));
}

function* blockDecryptions(
  key: Uint8Array,
  iv: Uint8Array,
  ciphertext: Uint8Array,
  head: Uint8Array,
): Generator<Decrypted> {
  const first = head.subarray(0, BLOCK_BYTES);
  const second = head.subarray(BLOCK_BYTES, 2 * BLOCK_BYTES);
  const third = head.subarray(2 * BLOCK_BYTES);
  const isSingle = second.length === 0;
  // All but the first block are as they should be whatever the IV; the only one needs it.
  const isCbc =
    textual(xor(second, ciphertext)) ||
    textual(xor(third, ciphertext.subarray(BLOCK_BYTES))) ||
    textual(xor(first, iv.length === IV_BYTES.cbc ? iv : ZEROS), isSingle);
  if (isCbc) yield cbcDecryption(key, iv, ciphertext);
  if (textual(first, isSingle) && (isSingle || textual(second))) {
    yield { cipher: 'ecb', bytes: ecb(key, RAW).decrypt(ciphertext) };
  }
}

/** The IV is only in the first block: that tells which one it was. */
function cbcDecryption(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Decrypted {
  const ivs = [
    [undefined, iv],
    ['zeros', ZEROS],
    ['key', key.subarray(0, BLOCK_BYTES)],
  ] as const;
  const opened = ivs
    .filter(([, { length }]) => length === BLOCK_BYTES)
    .map(([name, each]) => ({ iv: name, bytes: cbc(key, each, RAW).decrypt(ciphertext) }));
  const isSingle = ciphertext.length === BLOCK_BYTES;
  const likely = opened.filter(
    ({ bytes }) => textual(bytes.subarray(0, BLOCK_BYTES), isSingle) || encodingOfBytes(bytes),
  );
  const best = likely.find(({ bytes }) => isOpening(bytes[0])) ?? likely.find((each) => !each.iv);
  const { bytes } = opened[0] as { bytes: Uint8Array };
  return { cipher: 'cbc', ...(best ?? { bytes, iv: 'unknown' }) };
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

/** OFB's stream of bytes is what CBC makes of zeros. */
function ofb(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const zeros = new Uint8Array(Math.ceil(ciphertext.length / BLOCK_BYTES) * BLOCK_BYTES);
  return xor(ciphertext, cbc(key, iv, RAW).encrypt(zeros));
}

function cfb8(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const cipher = (block: Uint8Array): number => ecb(key, RAW).encrypt(block)[0] as number;
  const fed = concatBytes(iv, ciphertext);
  return ciphertext.map((byte, index) => byte ^ cipher(fed.slice(index, index + BLOCK_BYTES)));
}

/** JSON begins with a bracket or, encoded twice, with a quote. */
function startsLikeText(bytes: Uint8Array): boolean {
  return isOpening(bytes[0]) && textual(bytes, bytes.length < BLOCK_BYTES);
}

function isOpening(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b || byte === 0x22;
}
