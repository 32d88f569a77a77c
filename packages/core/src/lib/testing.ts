import type { Token04Error } from '../errors.ts';
import {
  appIdArgument,
  argumentError,
  describeKind,
  isIntegerWithin,
  oneOf,
  readFields,
  secretArgument,
  textArgument,
  tooLarge,
} from './arguments.ts';
import { type Token04Claims, writeClaims } from './claims.ts';
import { fits } from './request.ts';
import { IV_BYTES, MAX_PLAINTEXT_BYTES, type Token04Mode } from './wire.ts';

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

const MODES = ['cbc', 'gcm'] as const;
const CLAIMS = ['appId', 'userId', 'ctime', 'expire', 'nonce', 'payload'] as const;
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
    plaintext: encode(writeClaims(claims), 'claims.payload'),
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
  if (!isBytes(fields.iv) || fields.iv.length !== IV_BYTES[mode]) {
    throw badArgument('iv', `a Uint8Array of ${IV_BYTES[mode]} bytes`, fields.iv);
  }
  return { key, mode, iv: fields.iv };
}

function plaintextArgument(value: unknown): Uint8Array {
  if (!isBytes(value)) return encode(textArgument(value, 'plaintext'), 'plaintext');
  if (value.length > MAX_PLAINTEXT_BYTES) throw tooLarge('plaintext');
  return value;
}

function encode(plaintext: string, argument: string): Uint8Array {
  if (!fits(plaintext)) throw tooLarge(argument);
  return new TextEncoder().encode(plaintext);
}

function outerExpireArgument(value: unknown): number | bigint {
  const fits =
    typeof value === 'bigint'
      ? value >= -MAX_INT64 - 1n && value <= MAX_INT64
      : Number.isSafeInteger(value);
  if (!fits) throw badArgument('expire', 'a safe integer, or a bigint of 64 bits', value);
  return value as number | bigint;
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

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

function integer(value: unknown, minimum: number, maximum: number, argument: string): number {
  if (!isIntegerWithin(value, minimum, maximum)) {
    throw badArgument(argument, `an integer from ${minimum} to ${maximum}`, value);
  }
  return value;
}

/** Not by instanceof, which fails for the bytes of another realm (Jest's, for one). */
function isBytes(value: unknown): value is Uint8Array {
  return (
    ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
  );
}

function badArgument(argument: string, expected: string, value: unknown): Token04Error {
  const got = ArrayBuffer.isView(value) ? `${value.byteLength} bytes` : describeKind(value);
  return argumentError('ERR_TOKEN04_ARGUMENT', argument, expected, got);
}
