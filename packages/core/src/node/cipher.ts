import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import {
  BLOCK_BYTES,
  HEAD_BYTES,
  IV_BYTES,
  MAX_PLAINTEXT_BYTES,
  TAG_BYTES,
  type Token04Mode,
  VERSION,
  writeFrameInPlace,
} from '../format/frame.ts';
import type { SealedToken } from '../format/token.ts';
import { decryptionError, type Plaintext, readPlaintext } from '../token/claims.ts';
import type { Draft } from '../token/request.ts';
import { fillRandom, SCRATCH_BYTES, scratch, scratchMemory } from './buffers.ts';
import { beforeSnapshot } from './snapshot.ts';

/** Whole blocks in, as many out. */
interface BlockCipher {
  update(blocks: Uint8Array): Buffer;
}

/**
 * A server secret with what was prepared of it, each when it is first used and anew after it was
 * dropped.
 */
export interface Key {
  readonly bytes: Uint8Array;
  /** Faster than the bytes: on Node.js 24.21 `createCipheriv` takes several times as long with those. */
  object: KeyObject | undefined;
  encryptCbc: BlockCipher | undefined;
  decryptCbc: BlockCipher | undefined;
}

const UNPREPARED = { object: undefined, encryptCbc: undefined, decryptCbc: undefined };

export function prepareKey(bytes: Uint8Array): Key {
  const key: Key = { bytes, ...UNPREPARED };
  beforeSnapshot(() => Object.assign(key, UNPREPARED));
  return key;
}

function objectOf(key: Key): KeyObject {
  key.object ??= createSecretKey(key.bytes);
  return key.object;
}

/**
 * CBC that never ends (RFC 4346, 6.2.3.2, the way of TLS 1.1), in place of a fresh cipher for each
 * token, with which most time is spent.
 *
 * Encrypting, it is fed `R | padded plaintext` with R fresh from the CSPRNG, and gives
 * `iv | ciphertext`: by CBC's chaining the first block, E(R ⊕ the block before), is exactly the IV of
 * what follows. R is used once and unknown before, so the IVs are independent and uniform also for
 * someone who chooses user IDs after seeing every ciphertext so far. Without R, or with one that can
 * be foreseen, they would not be.
 *
 * Decrypting is the reverse: fed `iv | ciphertext`, it gives a block of no meaning and the padded
 * plaintext.
 */
export function runCbc(
  key: Key,
  direction: 'encryptCbc' | 'decryptCbc',
  blocks: Uint8Array,
): Buffer {
  const cipher = key[direction] ?? createCbc(key, direction);
  // Made anew if update throws.
  key[direction] = undefined;
  const result = cipher.update(blocks);
  // A part of a block would stay in the cipher, and come out in somebody else's token.
  if (result.length !== blocks.length) throw new RangeError('partial block');
  key[direction] = cipher;
  return result;
}

function createCbc(key: Key, direction: 'encryptCbc' | 'decryptCbc'): BlockCipher {
  const create = direction === 'encryptCbc' ? createCipheriv : createDecipheriv;
  // The IV is seen by nobody: the first R, or the block of no meaning, is chained to it. OpenSSL's own
  // check of the padding is off, as it throws, which takes measurably longer.
  return create('aes-256-cbc', objectOf(key), new Uint8Array(BLOCK_BYTES)).setAutoPadding(false);
}

/** What one token takes at most: R, the plaintext and its padding. */
const MAX_SLOT_BYTES: number = BLOCK_BYTES + MAX_PLAINTEXT_BYTES + BLOCK_BYTES;

/** One token. Nothing of it can fail any more, as its draft was checked. */
export function seal(key: Key, mode: Token04Mode, draft: Draft): string {
  return mode === 'cbc' ? sealCbc(key, draft) : sealGcm(key, draft);
}

/** The first block of the scratch memory only makes room for the head of a frame. */
export function sealCbc(key: Key, draft: Draft): string {
  const end = fillSlot(BLOCK_BYTES, draft);
  const sealed = runCbc(key, 'encryptCbc', new Uint8Array(scratchMemory, 0, end));
  return frameToken(sealed, BLOCK_BYTES, end, 'cbc', draft);
}

/** As many tokens in one call of the cipher as the scratch memory holds. */
export function sealManyCbc(key: Key, drafts: readonly Draft[]): string[] {
  const tokens: string[] = [];
  while (tokens.length < drafts.length) {
    const ends: number[] = [];
    let end = BLOCK_BYTES;
    for (let i = tokens.length; i < drafts.length && end + MAX_SLOT_BYTES <= SCRATCH_BYTES; i++) {
      end = fillSlot(end, drafts[i] as Draft);
      ends.push(end);
    }
    const sealed = runCbc(key, 'encryptCbc', new Uint8Array(scratchMemory, 0, end));
    // Hundreds of plaintexts would stay there, since the next token overwrites only one.
    scratch.fill(0, 0, end);
    let start = BLOCK_BYTES;
    for (const slotEnd of ends) {
      // The head of the frame is written over the end of the slot before, whose token is made already.
      tokens.push(frameToken(sealed, start, slotEnd, 'cbc', drafts[tokens.length] as Draft));
      start = slotEnd;
    }
  }
  return tokens;
}

/** Writes `R | padded plaintext`, and returns where it ends. */
function fillSlot(start: number, { plaintext }: Draft): number {
  const textStart = start + BLOCK_BYTES;
  fillRandom(scratch, start, textStart);
  const textEnd = textStart + scratch.write(plaintext, textStart);
  const padding = BLOCK_BYTES - (textEnd % BLOCK_BYTES);
  // By hand, since a Buffer's fill takes longer for so few bytes.
  for (let i = 0; i < padding; i++) scratch[textEnd + i] = padding;
  return textEnd + padding;
}

function sealGcm(key: Key, draft: Draft): string {
  const ivEnd = HEAD_BYTES + IV_BYTES.gcm;
  fillRandom(scratch, HEAD_BYTES, ivEnd);
  const end = ivEnd + scratch.write(draft.plaintext, ivEnd);
  // Views, since Deno takes a third longer for the IV in a Buffer, and Bun a tenth for the plaintext
  // as text.
  const iv = new Uint8Array(scratchMemory, HEAD_BYTES, IV_BYTES.gcm);
  const plaintext = new Uint8Array(scratchMemory, ivEnd, end - ivEnd);
  const cipher = createCipheriv('aes-256-gcm', objectOf(key), iv);
  scratch.set(cipher.update(plaintext), ivEnd);
  cipher.final();
  scratch.set(cipher.getAuthTag(), end);
  return frameToken(scratch, HEAD_BYTES, end + TAG_BYTES, 'gcm', draft);
}

/** The token of an `iv | ciphertext`. */
function frameToken(
  bytes: Buffer,
  start: number,
  end: number,
  mode: Token04Mode,
  { expire }: Draft,
): string {
  const bodyEnd = writeFrameInPlace(bytes, start, end, mode, expire);
  return VERSION + bytes.toString('base64', start - HEAD_BYTES, bodyEnd);
}

/**
 * The plaintext under the first of the keys that fits.
 *
 * @throws Token04Error `ERR_TOKEN04_DECRYPTION`
 */
export function open(keys: readonly Key[], token: SealedToken): Plaintext {
  for (const key of keys) {
    const plaintext = token.mode === 'cbc' ? openCbc(key, token) : openGcm(key, token);
    if (plaintext !== undefined) return plaintext;
  }
  throw decryptionError();
}

/**
 * UTF-8 and JSON are tried whatever the padding says: a caller who can send altered tokens and
 * measure the time shall not learn which of them failed (docs/specification.md, 11).
 */
function openCbc(key: Key, { iv, ciphertext }: SealedToken): Plaintext | undefined {
  const sealed = new Uint8Array(scratchMemory, iv.byteOffset, iv.length + ciphertext.length);
  const padded = runCbc(key, 'decryptCbc', sealed);
  const paddingBytes = measurePadding(padded);
  const plaintext = readPlaintext(padded.subarray(BLOCK_BYTES, padded.length - paddingBytes));
  return paddingBytes === 0 ? undefined : plaintext;
}

/**
 * How many bytes of PKCS#7 there are, 1 to 16; 0 where they are not intact. Without a branch or an
 * index that depends on the decrypted bytes; the loop always reads the whole last block.
 */
function measurePadding(padded: Uint8Array): number {
  const end = padded.length;
  const count = padded[end - 1] as number;
  let bad = ((count - 1) | (BLOCK_BYTES - count)) >>> 31; // 1 for a count of 0 or above a block
  for (let i = 1; i <= BLOCK_BYTES; i++) {
    const withinPadding = (i - 1 - count) >> 31; // all ones while i <= count, else 0
    bad |= withinPadding & ((padded[end - i] as number) ^ count);
  }
  const intact = (bad - 1) >> 31; // all ones where nothing is bad, else 0
  return count & intact;
}

/** Nothing of an altered token is parsed, or the time would tell how far it can be read. */
function openGcm(key: Key, { iv, ciphertext }: SealedToken): Plaintext | undefined {
  const decipher = createDecipheriv('aes-256-gcm', objectOf(key), iv);
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  const bytes = decipher.update(ciphertext.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return readPlaintext(bytes);
}
