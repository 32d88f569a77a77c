import { createDecipheriv } from 'node:crypto';
import { decryptionError, type Opened, type Plaintext, readPlaintext } from '../lib/plaintext.ts';
import { BLOCK_BYTES, type ReadFrame, TAG_BYTES } from '../lib/wire.ts';
import { createCbcStream } from './cbc-stream.ts';

/** Decrypts under one server secret, in both modes. */
export type Opener = (frame: ReadFrame) => Opened;

export function createOpener(key: Uint8Array): Opener {
  const decrypt = createCbcStream(createDecipheriv, key);
  // Without OpenSSL's own check of the padding: it throws, which takes measurably longer.
  return (frame) => (frame.mode === 'cbc' ? unpad(decrypt(frame.sealed)) : openGcm(key, frame));
}

/** The plaintext under the first of the secrets that fits. */
export function openWithAny(openers: readonly Opener[], frame: ReadFrame): Plaintext {
  for (const open of openers) {
    const plaintext = readPlaintext(open(frame));
    if (plaintext !== undefined) return plaintext;
  }
  decryptionError();
}

/**
 * Takes off the block of no meaning, and PKCS#7 without a branch or an index that depends on the
 * decrypted bytes; the loop always reads the whole last block. A bad padding leaves the bytes in
 * place.
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
  return [padded.subarray(BLOCK_BYTES, end - (count & intact)), intact !== 0];
}

function openGcm(key: Uint8Array, { iv, ciphertext }: ReadFrame): Opened {
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  const bytes = decipher.update(ciphertext.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    // Not the bytes: whoever altered them would learn from the time how far they can be read.
    return [new Uint8Array(0), false];
  }
  return [bytes, true];
}
