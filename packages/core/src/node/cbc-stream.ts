import type { createCipheriv, createDecipheriv } from 'node:crypto';
import { BLOCK_BYTES } from '../lib/wire.ts';

/** Encrypts or decrypts whole blocks in place of a fresh cipher, with which most time is spent. */
export type BlockStream = (blocks: Uint8Array) => Buffer;

/**
 * CBC that never ends (RFC 4346, 6.2.3.2, the way of TLS 1.1).
 *
 * With `createCipheriv`, fed `R | padded plaintext` with R fresh from the CSPRNG, it gives
 * `iv | ciphertext`: by CBC's chaining the first block, E(R ⊕ the block before), is exactly the IV of
 * what follows. R is used once and unknown before, so the IVs are independent and uniform also for
 * someone who chooses user IDs after seeing every ciphertext so far. Without R, or with one that can
 * be foreseen, they would not be.
 *
 * With `createDecipheriv` the reverse: fed `iv | ciphertext`, it gives a block of no meaning and the
 * padded plaintext.
 */
export function createCbcStream(
  create: typeof createCipheriv | typeof createDecipheriv,
  key: Uint8Array,
): BlockStream {
  let stream: { update(blocks: Uint8Array): Buffer } | undefined;
  return (blocks) => {
    // The first IV is seen by nobody: the first R is chained to it.
    const current =
      stream ?? create('aes-256-cbc', key, new Uint8Array(BLOCK_BYTES)).setAutoPadding(false);
    // Gone if update throws, so that the next call starts anew.
    stream = undefined;
    const result = current.update(blocks);
    // A part of a block stays in the cipher, and would come out in somebody else's token.
    if (result.length !== blocks.length) throw new RangeError('partial block');
    stream = current;
    return result;
  };
}
