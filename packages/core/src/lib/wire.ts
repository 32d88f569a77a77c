/**
 * The wire format of token04, all of it (docs/specification.md, 1):
 *
 *     token = "04" + base64( body )                 standard alphabet, padded, one line
 *     body  = expire   int64 big-endian             seconds since 1970, not authenticated
 *           | ivLen    uint16 | iv                  16 bytes in CBC, 12 in GCM
 *           | ctLen    uint16 | ciphertext          CBC: with PKCS#7; GCM: with the 16-byte tag
 *           | mode     uint8                        absent or 0: CBC, 1: GCM
 */
import { Token04Error } from '../errors.ts';
import { type Base64, base64 as universalBase64 } from './base64.ts';
import { CLIENT_CODES } from './client-codes.ts';

export const MODES = ['cbc', 'gcm'] as const;
export type Token04Mode = (typeof MODES)[number];

export interface Frame {
  /** The outer expire. Reading gives a number that is no safe integer where it does not fit. */
  readonly expire: number | bigint;
  readonly mode: Token04Mode;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
}

const VERSION = '04';
const GCM_MODE_BYTE = 1;
const MAX_FIELD_BYTES = 0xffff;
export const BLOCK_BYTES = 16;

export const IV_BYTES: { readonly [mode in Token04Mode]: number } = { cbc: 16, gcm: 12 };
export const TAG_BYTES = 16;

/** The same in both modes: 65,535 less a tag, or the largest multiple of 16 less one pad byte. */
export const MAX_PLAINTEXT_BYTES: number = MAX_FIELD_BYTES - TAG_BYTES;

export const MAX_BODY_BYTES: number = 8 + 2 + IV_BYTES.cbc + 2 + MAX_FIELD_BYTES + 1;
const MAX_TOKEN_LENGTH = VERSION.length + 4 * Math.ceil(MAX_BODY_BYTES / 3);

export function writeToken(frame: Frame, base64: Base64 = universalBase64): string {
  const { iv, ciphertext } = frame;
  const modeBytes = frame.mode === 'gcm' ? 1 : 0;
  const length = 8 + 2 + iv.length + 2 + ciphertext.length + modeBytes;
  const body = base64.allocate(length);
  writeInt64(body, frame.expire);
  writeField(body, 8, iv);
  writeField(body, 10 + iv.length, ciphertext);
  if (modeBytes === 1) body[length - 1] = GCM_MODE_BYTE;
  return VERSION + base64.encode(body, length);
}

// Byte by byte, since a DataView costs more than the twelve bytes that it would write.

function writeInt64(body: Uint8Array, value: number | bigint): void {
  // Exact for every safe integer, and several times as fast as a bigint.
  const high = typeof value === 'bigint' ? Number(value >> 32n) : Math.floor(value / 0x1_0000_0000);
  const low = typeof value === 'bigint' ? Number(value & 0xffff_ffffn) : value;
  for (let i = 0; i < 4; i++) {
    body[i] = high >>> (24 - 8 * i);
    body[4 + i] = low >>> (24 - 8 * i);
  }
}

function writeField(body: Uint8Array, offset: number, bytes: Uint8Array): void {
  body[offset] = bytes.length >>> 8;
  body[offset + 1] = bytes.length;
  body.set(bytes, offset + 2);
}

/** Strict: what {@link writeToken} could not have written is refused, but for the mode byte 0. */
export function readToken(token: unknown, base64: Base64 = universalBase64): Frame {
  if (typeof token !== 'string') throw malformed('it is not a string');
  if (!token.startsWith(VERSION)) {
    throw malformed(`it does not start with ${VERSION}`, CLIENT_CODES.version);
  }
  if (token.length > MAX_TOKEN_LENGTH) throw malformed('it is longer than a token can be');
  const body = base64.decode(token.slice(VERSION.length));
  if (body === undefined) throw malformed('what follows 04 is not canonical base64');

  const view = new DataView(body.buffer, body.byteOffset, body.length);
  try {
    return readBody(view);
  } catch (error) {
    // Of a DataView, or of readField.
    throw error instanceof RangeError ? malformed('it is cut short') : error;
  }
}

function readBody(view: DataView): Frame {
  const expire = view.getInt32(0) * 0x1_0000_0000 + view.getUint32(4);
  const iv = readField(view, 8);
  const ciphertext = readField(view, 10 + iv.length);
  const rest = view.byteLength - (12 + iv.length + ciphertext.length);
  const modeByte = rest === 0 ? 0 : view.getUint8(view.byteLength - 1);
  if (rest > 1 || modeByte > GCM_MODE_BYTE) {
    throw malformed('what follows its ciphertext is no mode byte');
  }

  const mode = modeByte === GCM_MODE_BYTE ? 'gcm' : 'cbc';
  if (iv.length !== IV_BYTES[mode]) {
    throw malformed(`its IV has ${iv.length} bytes, which is not that of ${mode}`);
  }
  const { length } = ciphertext;
  if (mode === 'cbc' ? length === 0 || length % BLOCK_BYTES !== 0 : length < TAG_BYTES) {
    throw malformed(`its ciphertext has ${length} bytes, which is not that of ${mode}`);
  }
  return { expire, mode, iv, ciphertext };
}

function readField(view: DataView, offset: number): Uint8Array {
  const length = view.getUint16(offset);
  // In a pool of Buffer's, bytes of others follow, so the end of the body has to be asked for.
  if (offset + 2 + length > view.byteLength) throw new RangeError();
  return new Uint8Array(view.buffer, view.byteOffset + offset + 2, length);
}

export function malformed(
  reason: string,
  clientCodes: readonly number[] = CLIENT_CODES.malformed,
): Token04Error {
  return new Token04Error('ERR_TOKEN04_MALFORMED', `the token is malformed: ${reason}`, {
    clientCodes,
  });
}
