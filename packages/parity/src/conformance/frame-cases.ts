import type { Mode } from '@token04/fixtures';
import { type Case, must, single } from './case.ts';
import { readBy } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure } from './expectation.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { CLAIMS, IV_BYTES, seal } from './tokens.ts';

const EXPIRE_BITS = 64;
const LENGTH_BITS = 16;
const TAG_BYTES = 16;
const MODE_BYTES = 1;

/** Each bit of the frame's numbers counts, and a NUL ends neither an IV nor a tag. */
export function* frameCases(description: Description): Generator<Case> {
  for (const [op, mode] of readingOps(description)) yield* casesOf(op, mode);
}

function* casesOf(op: ReadingOp, mode: Mode): Generator<Case> {
  const judge = (name: string, body: Buffer, expected: Expectation): Case => {
    const head = must(`${op}/${mode}/${name}`, 'specification 1');
    return single(head, readingRequest(op, `04${body.toString('base64')}`), expected);
  };
  const read = readBy(op, CLAIMS);
  const body = bodyOf(seal(mode, CLAIMS));
  const ciphertextLengthAt = 10 + IV_BYTES[mode];
  for (let bit = 0; bit < EXPIRE_BITS; bit++) {
    yield judge(`frame/expire-bit-${bit}`, flipped(body, 0, bit), failure('Claims'));
  }
  for (let bit = 0; bit < LENGTH_BITS; bit++) {
    const malformed = failure('Malformed');
    yield judge(`frame/iv-length-bit-${bit}`, flipped(body, 8, bit), malformed);
    const ofCiphertext = flipped(body, ciphertextLengthAt, bit);
    yield judge(`frame/ciphertext-length-bit-${bit}`, ofCiphertext, malformed);
  }
  for (const at of [0, 1, 5, IV_BYTES[mode] - 1]) {
    const iv = Uint8Array.from({ length: IV_BYTES[mode] }, (_, index) => (index === at ? 0 : 0x81));
    yield judge(`frame/iv-with-a-nul-at-${at}`, bodyOf(seal(mode, CLAIMS, { iv })), read);
  }
  if (mode === 'gcm') yield* tagCases(judge, read);
}

/** A comparison of tags as C strings looks at no byte behind a NUL. */
function* tagCases(
  judge: (name: string, body: Buffer, expected: Expectation) => Case,
  read: Expectation,
): Generator<Case> {
  for (let at = 0; at < TAG_BYTES / 2; at++) {
    const body = bodyWithNulInTag(at);
    yield judge(`frame/tag-with-a-nul-at-${at}`, body, read);
    for (const wrong of [at + 1, TAG_BYTES - 1]) {
      const index = body.length - MODE_BYTES - TAG_BYTES + wrong;
      const name = `frame/tag-with-a-nul-at-${at}-and-byte-${wrong}-flipped`;
      yield judge(name, flipped(body, index, 0), failure('Decryption'));
    }
  }
}

/** The body of a token whose tag has its first NUL at this place: IVs are tried until one gives it. */
function bodyWithNulInTag(at: number): Buffer {
  for (let count = 0; ; count++) {
    const iv = new Uint8Array(IV_BYTES.gcm).fill(0x81);
    new DataView(iv.buffer).setUint32(0, count);
    const body = bodyOf(seal('gcm', CLAIMS, { iv }));
    const tag = body.subarray(-MODE_BYTES - TAG_BYTES, -MODE_BYTES);
    if (tag.indexOf(0) === at) return body;
  }
}

function bodyOf(token: string): Buffer {
  return Buffer.from(token.slice(2), 'base64');
}

/** A copy with one bit changed, counted from the highest of the byte at `start`. */
function flipped(bytes: Buffer, start: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = start + (bit >> 3);
  copy[at] = (copy[at] as number) ^ (0x80 >> (bit & 7));
  return copy;
}
