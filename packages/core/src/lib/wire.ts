/**
 * The wire format of token04, all of it (docs/specification.md, 1):
 *
 *     token = "04" + base64( body )                 standard alphabet, padded, one line
 *     body  = expire   int64 big-endian             seconds since 1970, not authenticated
 *           | ivLen    uint16 | iv                  16 bytes in CBC, 12 in GCM
 *           | ctLen    uint16 | ciphertext          CBC: with PKCS#7; GCM: with the 16-byte tag
 *           | mode     uint8                        absent or 0: CBC, 1: GCM
 */
import { decodeBase64, encodeBase64 } from './base64.ts';
import { tokenError } from './token-error.ts';

/** By their mode bytes. */
export const MODES = ['cbc', 'gcm'] as const;
export type Token04Mode = (typeof MODES)[number];

export interface Frame {
  /** The outer expire; read, it is no safe integer where it does not fit. */
  readonly expire: number;
  readonly mode: Token04Mode;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** A frame that was read. */
export interface ReadFrame extends Frame {
  /** `iv | ciphertext`, one right behind the other. */
  readonly sealed: Uint8Array;
}

const VERSION = '04';
const GCM_MODE_BYTE = 1;
const MAX_FIELD_BYTES = 0xffff;
export const BLOCK_BYTES = 16;

export const IV_BYTES: { readonly [mode in Token04Mode]: number } = { cbc: 16, gcm: 12 };
export const TAG_BYTES = 16;

/** The same in both modes: 65,535 less a tag, or the largest multiple of 16 less one pad byte. */
export const MAX_PLAINTEXT_BYTES: number = MAX_FIELD_BYTES - TAG_BYTES;

/** What stands before `iv | ciphertext` where these are not parted by a length: expire and lengths. */
export const HEAD_BYTES = 12;
export const MAX_BODY_BYTES: number = HEAD_BYTES + BLOCK_BYTES + MAX_FIELD_BYTES + 1;
/** The version and MAX_BODY_BYTES in base64; a literal, as arithmetic of constants is no constant. */
const MAX_TOKEN_LENGTH = 87_422;

export function writeToken({ expire, mode, iv, ciphertext }: Frame): string {
  const end = HEAD_BYTES + iv.length + ciphertext.length;
  const bytes = new Uint8Array(mode === 'gcm' ? end + 1 : end);
  bytes.set(iv, HEAD_BYTES);
  bytes.set(ciphertext, HEAD_BYTES + iv.length);
  return writeTokenInPlace(bytes, HEAD_BYTES, end, mode, expire, encodeBase64);
}

/**
 * The token of an `iv | ciphertext` that lies in memory from `start` to `end`, without a copy: the
 * 12 bytes before it, and in GCM the one after it, are written over.
 */
export function writeTokenInPlace<Bytes extends Uint8Array>(
  bytes: Bytes,
  start: number,
  end: number,
  mode: Token04Mode,
  expire: number,
  encode: (bytes: Bytes, start: number, end: number) => string,
): string {
  const head = start - HEAD_BYTES;
  writeInt(bytes, head, 8, expire);
  const ivBytes = IV_BYTES[mode];
  writeInt(bytes, head + 8, 2, ivBytes);
  bytes.copyWithin(head + 10, start, start + ivBytes);
  writeInt(bytes, start + ivBytes - 2, 2, end - start - ivBytes);
  if (mode === 'gcm') bytes[end++] = GCM_MODE_BYTE;
  return VERSION + encode(bytes, head, end);
}

/** Big-endian, by division, which is exact for every safe integer and faster than a DataView. */
export function writeInt(bytes: Uint8Array, offset: number, length: number, value: number): void {
  for (let i = offset + length; i-- > offset; value = Math.floor(value / 0x100)) bytes[i] = value;
}

/** Strict: what {@link writeToken} could not have written is refused, but for the mode byte 0. */
export function readToken(token: unknown, decode: typeof decodeBase64 = decodeBase64): ReadFrame {
  if (typeof token !== 'string') malformed('it is not a string');
  if (!token.startsWith(VERSION)) {
    malformed(`it does not start with ${VERSION}`, 1002079, [1102016, 6000107]);
  }
  if (token.length > MAX_TOKEN_LENGTH) malformed('it is too long');
  const body = decode(token.slice(VERSION.length));
  if (body === undefined) malformed('it is not canonical base64');

  const ivEnd = 10 + readUint(body, 8, 2);
  const end = ivEnd + 2 + readUint(body, ivEnd, 2);
  const rest = body.length - end;
  // NaN is neither, too.
  if (rest !== 0 && rest !== 1) malformed('it is cut short, or too long');

  const mode = MODES[body[end] ?? 0];
  const ivBytes = ivEnd - 10;
  const length = end - ivEnd - 2;
  if (
    !mode ||
    ivBytes !== IV_BYTES[mode] ||
    length < TAG_BYTES ||
    (mode === 'cbc' && length % BLOCK_BYTES !== 0)
  ) {
    malformed('its IV and ciphertext are of no mode');
  }
  const expire = (readUint(body, 0, 4) | 0) * 0x1_0000_0000 + readUint(body, 4, 4);
  // The IV moves up to its ciphertext, since deciphering a CBC token as one piece saves a copy.
  const sealed = body.copyWithin(HEAD_BYTES, 10, ivEnd).subarray(HEAD_BYTES, end);
  return {
    expire,
    mode,
    iv: sealed.subarray(0, ivBytes),
    ciphertext: sealed.subarray(ivBytes),
    sealed,
  };
}

/** NaN where a byte is missing. */
function readUint(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 0x100 + (bytes[offset + i] as number);
  return value;
}

export function malformed(reason: string, native = 1002075, others?: readonly number[]): never {
  tokenError('ERR_TOKEN04_MALFORMED', reason, native, others);
}
