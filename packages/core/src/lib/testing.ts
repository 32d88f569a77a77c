import type { Token04Error } from '../errors.ts';
import {
  appIdArgument,
  argumentError,
  describe,
  isIntegerWithin,
  oneOf,
  readFields,
  secretArgument,
  textArgument,
  tooLarge,
} from './arguments.ts';
import { type Token04Claims, writeClaims } from './claims.ts';
import { fits } from './request.ts';
import { IV_BYTES, MAX_PLAINTEXT_BYTES, MODES, type Token04Mode } from './wire.ts';

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
  /** Written as official Node.js writes them; a userId of any length. */
  claims: Token04Claims;
}

/** Everything that a token is made of, checked. */
export interface Parts {
  readonly key: Uint8Array;
  readonly mode: Token04Mode;
  readonly iv: Uint8Array;
  readonly plaintext: Uint8Array;
  readonly expire: number | bigint;
}

const CLAIMS = ['appId', 'userId', 'ctime', 'expire', 'nonce', 'payload'] as const;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const MAX_INT64 = 0x7fff_ffff_ffff_ffffn;

export function checkSeal(options: unknown): Parts {
  const fields = readFields(options, 'options', [
    'plaintext',
    'expire',
    'serverSecret',
    'mode',
    'iv',
  ]);
  return {
    ...checkChosenParts(fields),
    plaintext: plaintextArgument(fields.plaintext),
    expire: outerExpireArgument(fields.expire),
  };
}

export function checkEncode(options: unknown): Parts {
  const fields = readFields(options, 'options', ['claims', 'serverSecret', 'mode', 'iv']);
  const claims = claimsArgument(fields.claims);
  return {
    ...checkChosenParts(fields),
    plaintext: encode(writeClaims(claims), 'claims'),
    expire: claims.expire,
  };
}

function checkChosenParts(fields: {
  readonly serverSecret?: unknown;
  readonly mode?: unknown;
  readonly iv?: unknown;
}): Pick<Parts, 'key' | 'mode' | 'iv'> {
  const key = secretArgument(fields.serverSecret, 'serverSecret');
  const mode = oneOf(fields.mode, MODES, 'mode');
  const iv = copyBytes(fields.iv);
  if (iv?.length !== IV_BYTES[mode]) {
    const got = iv ? `${iv.length} bytes` : describe(fields.iv);
    throw badArgument('iv', `a Uint8Array of ${IV_BYTES[mode]} bytes`, got);
  }
  return { key, mode, iv };
}

function plaintextArgument(value: unknown): Uint8Array {
  const bytes = copyBytes(value);
  if (bytes === undefined) return encode(textArgument(value, 'plaintext'), 'plaintext');
  if (bytes.length > MAX_PLAINTEXT_BYTES) throw tooLarge('plaintext');
  return bytes;
}

function encode(plaintext: string, argument: string): Uint8Array {
  if (!fits(plaintext)) throw tooLarge(argument);
  return new TextEncoder().encode(plaintext);
}

function outerExpireArgument(value: unknown): number | bigint {
  const isInt64 =
    typeof value === 'bigint'
      ? value >= -MAX_INT64 - 1n && value <= MAX_INT64
      : Number.isSafeInteger(value);
  if (isInt64) return value as number | bigint;
  throw badArgument('expire', 'a safe integer, or a bigint of 64 bits', describe(value));
}

function claimsArgument(value: unknown): Token04Claims {
  const fields = readFields(value, 'claims', CLAIMS);
  return {
    appId: appIdArgument(fields.appId, 'claims.appId'),
    userId: textArgument(fields.userId, 'claims.userId'),
    ctime: integer(fields.ctime, -MAX_SAFE, MAX_SAFE, 'claims.ctime'),
    expire: integer(fields.expire, -MAX_SAFE, MAX_SAFE, 'claims.expire'),
    nonce: integer(fields.nonce, -0x8000_0000, 0x7fff_ffff, 'claims.nonce'),
    payload: textArgument(fields.payload, 'claims.payload'),
  };
}

function integer(value: unknown, minimum: number, maximum: number, argument: string): number {
  if (!isIntegerWithin(value, minimum, maximum)) {
    const expected = `an integer from ${minimum} to ${maximum}`;
    throw badArgument(argument, expected, describe(value));
  }
  return value;
}

/** A copy, since the caller may write to the array while WebCrypto works. */
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

function badArgument(argument: string, expected: string, got: string): Token04Error {
  return argumentError(argument, expected, got);
}
