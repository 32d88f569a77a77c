import { createCipheriv } from 'node:crypto';
import type { Draft } from '../lib/request.ts';
import {
  BLOCK_BYTES,
  HEAD_BYTES,
  MAX_PLAINTEXT_BYTES,
  TAG_BYTES,
  writeTokenInPlace,
} from '../lib/wire.ts';
import { body, encodeBase64 } from './base64.ts';
import type { BlockStream } from './cbc-stream.ts';
import { fillRandom } from './random.ts';

/** What one token takes at most: R, the plaintext and its padding. */
const MAX_SLOT_BYTES = BLOCK_BYTES + MAX_PLAINTEXT_BYTES + BLOCK_BYTES;
/** Several of the largest tokens, or about a thousand of usual size. */
const SCRATCH_BYTES = 0x4_0000;
/** Kept beside the Buffer on it, since a Buffer takes longer than a view to give it out. */
const memory: ArrayBuffer = /* @__PURE__ */ new ArrayBuffer(SCRATCH_BYTES);
/** What is to be encrypted: a block that only makes room for the head of a frame, and the slots. */
const scratch: Buffer = /* @__PURE__ */ Buffer.from(memory);

/** One token; see createCbcStream. */
export function sealCbc(encrypt: BlockStream, draft: Draft): string {
  const end = fillSlot(BLOCK_BYTES, draft);
  return frameSlot(encrypt(new Uint8Array(memory, 0, end)), BLOCK_BYTES, end, draft);
}

/** As many tokens in one call of the cipher as the scratch memory holds. */
export function sealManyCbc(encrypt: BlockStream, drafts: readonly Draft[]): string[] {
  const tokens: string[] = [];
  while (tokens.length < drafts.length) {
    const ends: number[] = [];
    let end = BLOCK_BYTES;
    for (let i = tokens.length; i < drafts.length && end + MAX_SLOT_BYTES <= SCRATCH_BYTES; i++) {
      end = fillSlot(end, drafts[i] as Draft);
      ends.push(end);
    }
    const sealed = encrypt(new Uint8Array(memory, 0, end));
    // Hundreds of plaintexts would stay there; one token's are overwritten by the next one's.
    scratch.fill(0, 0, end);
    let start = BLOCK_BYTES;
    for (const end of ends) {
      tokens.push(frameSlot(sealed, start, end, drafts[tokens.length] as Draft));
      start = end;
    }
  }
  return tokens;
}

/** Writes `R | padded plaintext`, and returns where it ends. */
function fillSlot(start: number, [plaintext]: Draft): number {
  let end = start + BLOCK_BYTES;
  fillRandom(scratch, start, end);
  end += scratch.write(plaintext, end);
  const padding = BLOCK_BYTES - (end % BLOCK_BYTES);
  for (let i = 0; i < padding; i++) scratch[end++] = padding;
  return end;
}

/** The head of the frame is written over the end of the slot before, whose token is made already. */
function frameSlot(sealed: Buffer, start: number, end: number, [, expire]: Draft): string {
  return writeTokenInPlace(sealed, start, end, 'cbc', expire, encodeBase64);
}

/** One token. */
export function sealGcm(key: Uint8Array, iv: Uint8Array, [plaintext, expire]: Draft): string {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const ciphertext = cipher.update(plaintext, 'utf8');
  cipher.final();
  const start = HEAD_BYTES + iv.length;
  const end = start + ciphertext.length;
  body.set(iv, HEAD_BYTES);
  body.set(ciphertext, start);
  body.set(cipher.getAuthTag(), end);
  return writeTokenInPlace(body, HEAD_BYTES, end + TAG_BYTES, 'gcm', expire, encodeBase64);
}
