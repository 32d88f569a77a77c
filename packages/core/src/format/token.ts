import { tokenError } from '../token-error.ts';
import { decodeBase64 as decodeBase64Anywhere, encodeBase64 } from './base64.ts';
import type { TokenFault } from './client-codes.ts';
import {
  BLOCK_BYTES,
  HEAD_BYTES,
  IV_BYTES,
  IV_START,
  layOut,
  MAX_TOKEN_LENGTH,
  MODES,
  readExpire,
  TAG_BYTES,
  type Token04Mode,
  VERSION,
  writeFrameInPlace,
} from './frame.ts';

/** What a token is made of, and is read into. */
export interface SealedToken {
  /** The outer expire. */
  readonly expire: number;
  readonly mode: Token04Mode;
  readonly iv: Uint8Array;
  /** In a token that was read it lies right behind the IV. */
  readonly ciphertext: Uint8Array;
}

export function writeToken({ expire, mode, iv, ciphertext }: SealedToken): string {
  const start = HEAD_BYTES;
  const end = start + iv.length + ciphertext.length;
  const bytes = new Uint8Array(end + 1);
  bytes.set(iv, start);
  bytes.set(ciphertext, start + iv.length);
  const bodyEnd = writeFrameInPlace(bytes, start, end, mode, expire);
  return VERSION + encodeBase64(bytes.subarray(0, bodyEnd));
}

/**
 * Strict: what no writer makes is refused, but for the mode byte 0.
 *
 * @param decodeBase64 a faster one, where the runtime has it
 */
export function readToken(
  token: unknown,
  decodeBase64: typeof decodeBase64Anywhere = decodeBase64Anywhere,
): SealedToken {
  const body = readBody(token, decodeBase64);
  const { ivEnd, ciphertextStart, ciphertextEnd, missing } = layOut(body);
  if (missing > 0) malformed(`bytes missing: ${missing} or more`);
  const surplus = body.length - ciphertextEnd - 1;
  if (surplus > 0) malformed(`bytes too many: ${surplus}`);

  const modeByte = body[ciphertextEnd] ?? 0;
  const mode = MODES[modeByte];
  if (mode === undefined) malformed(`its mode byte is ${modeByte}, not 0 or 1`);
  const ivBytes = IV_BYTES[mode];
  const ivLength = ivEnd - IV_START;
  if (ivLength !== ivBytes) malformed(`its IV has ${ivLength} bytes, not ${ivBytes}`);
  const length = ciphertextEnd - ciphertextStart;
  if (mode === 'cbc' && (length === 0 || length % BLOCK_BYTES !== 0)) {
    malformed(`its ciphertext has ${length} bytes, not blocks of ${BLOCK_BYTES}`);
  }
  if (mode === 'gcm' && length < TAG_BYTES) {
    malformed(`its ciphertext has ${length} bytes, less than the tag of ${TAG_BYTES}`);
  }

  // The IV moves up to its ciphertext, since deciphering a CBC token as one piece saves a copy.
  body.copyWithin(HEAD_BYTES, IV_START, ivEnd);
  return {
    expire: readExpire(body),
    mode,
    iv: body.subarray(HEAD_BYTES, ciphertextStart),
    ciphertext: body.subarray(ciphertextStart, ciphertextEnd),
  };
}

function readBody(token: unknown, decodeBase64: typeof decodeBase64Anywhere): Uint8Array {
  if (typeof token !== 'string') malformed(`it must be a string, got ${typeof token}`);
  if (token === '') malformed('it is empty', 'absent');
  if (!token.startsWith(VERSION)) malformed(`it does not start with ${VERSION}`, 'version');
  if (token.length > MAX_TOKEN_LENGTH) {
    malformed(`it has ${token.length} characters`);
  }
  const body = decodeBase64(token.slice(VERSION.length));
  if (body === undefined) malformed(`it is not canonical base64 after ${VERSION}`);
  return body;
}

/** @throws Token04Error `ERR_TOKEN04_MALFORMED` */
export function malformed(reason: string, fault: TokenFault = 'format'): never {
  throw tokenError('ERR_TOKEN04_MALFORMED', reason, fault);
}
