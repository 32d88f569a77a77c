import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { Base64 } from '../lib/base64.ts';
import { type Opened, type Plaintext, readPlaintext } from '../lib/plaintext.ts';
import { BLOCK_BYTES, type Frame, MAX_BODY_BYTES, TAG_BYTES } from '../lib/wire.ts';
import { type BlockStream, createDecryptor } from './cbc-stream.ts';

/** Decrypts under one server secret, in both modes. */
export type Opener = (frame: Frame) => Opened;

const ALGORITHM = 'aes-256-gcm';
const NOTHING: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

export function createOpener(key: Uint8Array): Opener {
  const secret = createSecretKey(key);
  const decrypt = createDecryptor(secret);
  return (frame) => (frame.mode === 'cbc' ? openCbc(decrypt, frame) : openGcm(secret, frame));
}

/** The ciphertext as it stands in the token: followed by the tag. */
export function sealGcm(
  secret: KeyObject,
  iv: Uint8Array,
  plaintext: string | Uint8Array,
): Uint8Array {
  const cipher = createCipheriv(ALGORITHM, secret, iv);
  const ciphertext =
    typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext);
  cipher.final();
  return Buffer.concat([ciphertext, cipher.getAuthTag()]);
}

/** The plaintext under the first of the secrets that fits. */
export function openWithAny(openers: readonly Opener[], frame: Frame): Plaintext | undefined {
  for (const open of openers) {
    const plaintext = readPlaintext(open(frame));
    if (plaintext !== undefined) return plaintext;
  }
  return undefined;
}

function openCbc(decrypt: BlockStream, frame: Frame): Opened {
  const blocks = Buffer.allocUnsafe(BLOCK_BYTES + frame.ciphertext.length);
  blocks.set(frame.iv);
  blocks.set(frame.ciphertext, BLOCK_BYTES);
  // Without OpenSSL's own check of the padding: it throws, which takes measurably longer.
  return unpad(decrypt(blocks).subarray(BLOCK_BYTES));
}

/**
 * Takes off PKCS#7 without a branch or an index that depends on the decrypted bytes; the loop
 * always reads the whole last block. A bad padding leaves all the bytes in place.
 */
function unpad(padded: Uint8Array): Opened {
  const end = padded.length;
  const count = padded[end - 1] as number;
  let bad = ((count - 1) | (BLOCK_BYTES - count)) >>> 31; // 1 for a count of 0 or above a block
  for (let i = 1; i <= BLOCK_BYTES; i++) {
    const withinPadding = (i - 1 - count) >> 31; // all ones while i <= count, else 0
    bad |= withinPadding & ((padded[end - i] as number) ^ count);
  }
  const intact = (bad - 1) >> 31; // all ones for 0, else 0
  return { bytes: padded.subarray(0, end - (count & intact)), intact: intact !== 0 };
}

function openGcm(secret: KeyObject, frame: Frame): Opened {
  const tagStart = frame.ciphertext.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, secret, frame.iv, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(frame.ciphertext.subarray(tagStart));
  const bytes = decipher.update(frame.ciphertext.subarray(0, tagStart));
  try {
    decipher.final();
  } catch {
    return { bytes: NOTHING, intact: false };
  }
  return { bytes, intact: true };
}

/** The body of the token that is being written: what everybody may see of it. */
const body: Buffer = /* @__PURE__ */ Buffer.allocUnsafeSlow(MAX_BODY_BYTES);

/** Faster than atob, and as strict: a second spelling of the same bytes is no spelling. */
export const base64: Base64 = {
  allocate: () => body,

  encode: (_bytes, length) => body.toString('base64', 0, length),

  decode(text) {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? bytes : undefined;
  },
};
