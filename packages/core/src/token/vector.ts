// Tokens for test vectors: with a chosen IV, which issuers cannot have.
import { checkSize, readAppId, readMode, readSecret } from '../check/arguments.ts';
import { describe } from '../check/describe.ts';
import { readFields } from '../check/fields.ts';
import { argumentError, integer, readText } from '../check/rules.ts';
import { decodeBase64, encodeBase64 } from '../format/base64.ts';
import { IV_BYTES, type Token04Mode, VERSION } from '../format/frame.ts';
import { MAX_NONCE, MIN_NONCE } from '../format/limits.ts';
import { type SealedToken, writeToken } from '../format/token.ts';
import { utf8 } from '../format/utf8.ts';
import { type Token04Claims, writeClaims } from './claims.ts';

interface ChosenParts {
  serverSecret: string;
  mode: Token04Mode;
  /** 16 bytes in CBC, 12 in GCM. Never reuse one outside of tests. */
  iv: Uint8Array;
}

export interface SealOptions extends ChosenParts {
  /** Encrypted as it is: text, or bytes where it shall not be UTF-8. */
  plaintext: string | Uint8Array;
  /** The outer expire; a bigint where it shall be no safe integer. */
  expire: number | bigint;
}

export interface EncodeOptions extends ChosenParts {
  /** Written as official Node.js writes them; a userId of any length, a nonce of 32 bits. */
  claims: Token04Claims;
}

/** Everything that a token is made of, checked. */
export interface Parts {
  readonly secretBytes: Uint8Array;
  readonly mode: Token04Mode;
  readonly iv: Uint8Array;
  readonly plaintext: Uint8Array;
  readonly expire: number | bigint;
}

const CHOSEN_READERS = {
  serverSecret: readSecret,
  mode: readMode,
  iv: (value: unknown): Iv => ({ bytes: copyBytes(value), got: describe(value) }),
};

/** How many bytes are right is known with the mode. */
interface Iv {
  readonly bytes: Uint8Array | undefined;
  readonly got: string;
}

export function readSealOptions(options: unknown): Parts {
  const { plaintext, expire, ...chosen } = readFields(options, 'options', {
    plaintext: readVectorPlaintext,
    expire: readOuterExpire,
    ...CHOSEN_READERS,
  });
  return { ...checkIv(chosen), plaintext, expire };
}

const safeInteger = /* @__PURE__ */ integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

const CLAIMS_READERS = {
  appId: readAppId,
  userId: readText,
  ctime: safeInteger,
  expire: safeInteger,
  nonce: /* @__PURE__ */ integer(MIN_NONCE, MAX_NONCE),
  payload: readText,
};

export function readEncodeOptions(options: unknown): Parts {
  const { claims, ...chosen } = readFields(options, 'options', {
    claims: (value: unknown, argument: string) =>
      readFields(value, argument, CLAIMS_READERS, 'absent', argument),
    ...CHOSEN_READERS,
  });
  const plaintext = encode(writeClaims(claims, JSON.stringify(claims.payload)), 'claims');
  return { ...checkIv(chosen), plaintext, expire: claims.expire };
}

function checkIv({
  serverSecret,
  mode,
  iv,
}: {
  readonly serverSecret: Uint8Array;
  readonly mode: Token04Mode;
  readonly iv: Iv;
}): Pick<Parts, 'secretBytes' | 'mode' | 'iv'> {
  const { bytes, got } = iv;
  if (bytes?.length === IV_BYTES[mode]) return { secretBytes: serverSecret, mode, iv: bytes };
  const came = bytes === undefined ? got : `${bytes.length} bytes`;
  throw argumentError('iv', `a Uint8Array of ${IV_BYTES[mode]} bytes`, came);
}

function readVectorPlaintext(value: unknown, argument: string): Uint8Array {
  const bytes = copyBytes(value);
  if (bytes === undefined) return encode(readText(value, argument), argument);
  checkSize(bytes.length, argument);
  return bytes;
}

function encode(plaintext: string, argument: string): Uint8Array {
  const bytes = utf8.encode(plaintext);
  checkSize(bytes.length, argument);
  return bytes;
}

const MAX_INT64 = 0x7fff_ffff_ffff_ffffn;

function readOuterExpire(value: unknown, argument: string): number | bigint {
  if (typeof value === 'bigint' && value >= -MAX_INT64 - 1n && value <= MAX_INT64) return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw argumentError(argument, 'a safe integer, or a bigint of 64 bits', describe(value));
}

/**
 * A copy, since the caller may write to the array while WebCrypto works; undefined for anything but
 * a Uint8Array.
 */
function copyBytes(value: unknown): Uint8Array | undefined {
  try {
    // Not by instanceof, which fails for the bytes of another realm (Jest's, for one).
    const isBytes = Object.prototype.toString.call(value) === '[object Uint8Array]';
    return isBytes && ArrayBuffer.isView(value) ? new Uint8Array(value as Uint8Array) : undefined;
  } catch {
    // A getter of the caller's threw.
    return undefined;
  }
}

/** Does what `writeToken` does, also with an expire that is no safe integer. */
export function writeVector({
  expire,
  ...token
}: Omit<SealedToken, 'expire'> & Pick<Parts, 'expire'>): string {
  const written = writeToken({ ...token, expire: 0 });
  const body = decodeBase64(written.slice(VERSION.length)) as Uint8Array;
  new DataView(body.buffer).setBigInt64(0, BigInt(expire));
  return VERSION + encodeBase64(body);
}
