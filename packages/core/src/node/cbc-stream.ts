import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { BLOCK_BYTES } from '../lib/wire.ts';

/** Encrypts or decrypts whole blocks in place of a fresh cipher, with which most time is spent. */
export type BlockStream = (blocks: Uint8Array) => Buffer;

const ALGORITHM = 'aes-256-cbc';

/**
 * CBC encryption that never ends (RFC 4346, 6.2.3.2, the way of TLS 1.1). Fed `R | padded
 * plaintext` with R fresh from the CSPRNG, it gives `iv | ciphertext`: by CBC's chaining the first
 * block, E(R ⊕ the block before), is exactly the IV of what follows. R is used once and unknown
 * before, so the IVs are independent and uniform also for someone who chooses user IDs after
 * seeing every ciphertext so far. Without R, or with one that can be foreseen, they would not be.
 */
export function createEncryptor(key: KeyObject): BlockStream {
  return createStream(() => {
    // Seen by nobody: the first R is chained to it.
    return createCipheriv(ALGORITHM, key, new Uint8Array(BLOCK_BYTES)).setAutoPadding(false);
  });
}

/** The reverse: fed `iv | ciphertext`, it gives a block of no meaning and the padded plaintext. */
export function createDecryptor(key: KeyObject): BlockStream {
  return createStream(() =>
    createDecipheriv(ALGORITHM, key, new Uint8Array(BLOCK_BYTES)).setAutoPadding(false),
  );
}

function createStream(start: () => { update(blocks: Uint8Array): Buffer }): BlockStream {
  let stream: ReturnType<typeof start> | undefined;
  return (blocks) => {
    // A part of a block would stay in the cipher and come out in somebody else's token.
    if (blocks.length % BLOCK_BYTES !== 0) throw new RangeError('not a whole number of blocks');
    const current = stream ?? start();
    // Gone if update throws, so that the next call starts anew.
    stream = undefined;
    const result = current.update(blocks);
    if (result.length !== blocks.length) throw new RangeError('the cipher kept a part of a block');
    stream = current;
    return result;
  };
}
