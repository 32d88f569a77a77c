/**
 * The wire format of token04, all of it (docs/specification.md, 1):
 *
 *     token = "04" + base64( body )                 standard alphabet, padded, one line
 *     body  = expire   int64 big-endian             seconds since 1970, not authenticated
 *           | ivLen    uint16 | iv                  16 bytes in CBC, 12 in GCM
 *           | ctLen    uint16 | ciphertext          CBC: with PKCS#7; GCM: with the 16-byte tag
 *           | mode     uint8                        absent or 0: CBC, 1: GCM
 */

/** The mode byte of each is its index here. */
export const MODES = ['cbc', 'gcm'] as const;
export type Token04Mode = (typeof MODES)[number];

export const VERSION = '04';
export const GCM_MODE_BYTE = 1;
export const BLOCK_BYTES = 16;
export const TAG_BYTES = 16;
export const IV_BYTES: { readonly [mode in Token04Mode]: number } = { cbc: 16, gcm: 12 };

const EXPIRE_BYTES = 8;
const LENGTH_BYTES = 2;
const MAX_FIELD_BYTES = 0xffff;
/** Where the IV stands in a body. */
export const IV_START: number = EXPIRE_BYTES + LENGTH_BYTES;

/** What an `iv | ciphertext` needs before it to become a body: the expire and both lengths. */
export const HEAD_BYTES: number = EXPIRE_BYTES + 2 * LENGTH_BYTES;

/** The same in both modes: 65,535 less a tag, or the largest multiple of 16 less one pad byte. */
export const MAX_PLAINTEXT_BYTES: number = MAX_FIELD_BYTES - TAG_BYTES;

/** With CBC's IV, which is the longer one, and the mode byte. */
const MAX_BODY_BYTES: number = HEAD_BYTES + BLOCK_BYTES + MAX_FIELD_BYTES + 1;

/** Base64 takes four characters for three bytes, the last of them padded. */
export const MAX_TOKEN_LENGTH: number = VERSION.length + 4 * Math.ceil(MAX_BODY_BYTES / 3);

/** Where the parts of a body end, by its two lengths. */
interface Layout {
  readonly ivEnd: number;
  readonly ciphertextStart: number;
  readonly ciphertextEnd: number;
  /** At least so many bytes are missing: where a length is, what it would count is not known. */
  readonly missing: number;
}

/** Bytes that are missing count as 0, so that a body of any length has a layout. */
export function layOut(body: Uint8Array): Layout {
  const ivEnd = IV_START + readUint16(body, EXPIRE_BYTES);
  const ciphertextStart = ivEnd + LENGTH_BYTES;
  const ciphertextEnd = ciphertextStart + readUint16(body, ivEnd);
  const missing = Math.max(0, ciphertextEnd - body.length);
  return { ivEnd, ciphertextStart, ciphertextEnd, missing };
}

function readUint16(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
}

function readUint32(bytes: Uint8Array, offset: number): number {
  return readUint16(bytes, offset) * 0x1_0000 + readUint16(bytes, offset + 2);
}

/** Seconds since 1970. No safe integer where it does not fit: then it is about right. */
export function readExpire(body: Uint8Array): number {
  const signedHigh = readUint32(body, 0) | 0;
  return signedHigh * 0x1_0000_0000 + readUint32(body, 4);
}

export type FrameFieldName =
  | 'expire'
  | 'ivLength'
  | 'iv'
  | 'ciphertextLength'
  | 'ciphertext'
  | 'modeByte'
  | 'surplus';

/** A part of a body. Offsets are in bytes from its start. */
export interface FrameField {
  readonly name: FrameFieldName;
  readonly start: number;
  /** The first byte behind it. */
  readonly end: number;
  /** How many bytes it should have and lacks. */
  readonly missing: number;
}

/** A body, read as far as it goes. */
export interface Frame {
  /** Seconds since 1970; undefined where its bytes are not all there. Not authenticated. */
  readonly expire: number | undefined;
  /** A view of the body, as far as it is there. */
  readonly iv: Uint8Array;
  /** A view of the body, as far as it is there. */
  readonly ciphertext: Uint8Array;
  /** Absent in CBC, as a rule. */
  readonly modeByte: number | undefined;
  /**
   * The parts in their order, each from where the one before ends. A part that should have no bytes
   * is left out; one that is cut off is not, and its `missing` says how many bytes it lacks.
   */
  readonly fields: readonly FrameField[];
  /** How many bytes are missing, at least. */
  readonly missing: number;
  /** How many bytes follow the mode byte, which nothing may follow. */
  readonly surplus: number;
}

/**
 * The frame of a token's body, also of a damaged one: whoever explains what is wrong needs what is
 * there. `decodeToken04` and `inspectToken04` refuse what is not exactly right.
 *
 * @param body what the base64 after `04` holds
 *
 * @example
 * ```js
 * import { decodeBase64, readFrame } from '@token04/core/format';
 * import { generateToken04 } from '@token04/core';
 *
 * const token = generateToken04(1, 'demo', 'fa94dd0f974cf2e293728a526b028271', 3600);
 * const body = decodeBase64(token.slice(2));
 * readFrame(body).fields.find(({ name }) => name === 'ciphertext').start; // → 28
 * readFrame(body.subarray(0, 20)).missing; // → 8
 * ```
 */
export function readFrame(body: Uint8Array): Frame {
  const { ivEnd, ciphertextStart, ciphertextEnd, missing } = layOut(body);
  const ends: readonly (readonly [FrameFieldName, number])[] = [
    ['expire', EXPIRE_BYTES],
    ['ivLength', IV_START],
    ['iv', ivEnd],
    ['ciphertextLength', ciphertextStart],
    ['ciphertext', ciphertextEnd],
  ];
  const fields: FrameField[] = [];
  let start = 0;
  const add = (name: FrameFieldName, end: number): void => {
    const there = Math.min(start, body.length);
    const thereEnd = Math.min(end, body.length);
    const lacks = end - start - (thereEnd - there);
    if (start < end) fields.push({ name, start: there, end: thereEnd, missing: lacks });
    start = end;
  };
  for (const [name, end] of ends) add(name, end);
  const isWhole = missing === 0;
  if (isWhole) {
    add('modeByte', Math.min(ciphertextEnd + 1, body.length));
    add('surplus', body.length);
  }
  return {
    expire: body.length < EXPIRE_BYTES ? undefined : readExpire(body),
    iv: body.subarray(IV_START, ivEnd),
    ciphertext: body.subarray(ciphertextStart, ciphertextEnd),
    modeByte: isWhole ? body[ciphertextEnd] : undefined,
    fields,
    missing,
    surplus: Math.max(0, body.length - ciphertextEnd - 1),
  };
}

/**
 * Makes a body of an `iv | ciphertext` that lies in memory from `start` to `end`, without a copy:
 * the 12 bytes before it, where the body begins, and in GCM the one after it are written over.
 *
 * @returns where the body ends
 */
export function writeFrameInPlace(
  bytes: Uint8Array,
  start: number,
  end: number,
  mode: Token04Mode,
  expire: number,
): number {
  const bodyStart = start - HEAD_BYTES;
  const ivBytes = IV_BYTES[mode];
  writeUint32(bytes, bodyStart, Math.floor(expire / 0x1_0000_0000));
  writeUint32(bytes, bodyStart + 4, expire);
  writeUint16(bytes, bodyStart + EXPIRE_BYTES, ivBytes);
  bytes.copyWithin(bodyStart + IV_START, start, start + ivBytes);
  writeUint16(bytes, bodyStart + IV_START + ivBytes, end - start - ivBytes);
  if (mode === 'cbc') return end;
  bytes[end] = GCM_MODE_BYTE;
  return end + 1;
}

function writeUint16(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 8;
  bytes[offset + 1] = value;
}

/** Writes the lowest 32 bits of a larger value. */
export function writeUint32(bytes: Uint8Array, offset: number, value: number): void {
  writeUint16(bytes, offset, value >>> 16);
  writeUint16(bytes, offset + 2, value);
}
