import {
  appIdArgument,
  argumentError,
  describe,
  modeArgument,
  type Reader,
  readFields,
  secretArgument,
  textArgument,
  tooLarge,
  utf8,
} from './arguments.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { int32, safeInteger, type Token04Claims, writeClaims } from './claims.ts';
import { fits } from './request.ts';
import { type Frame, IV_BYTES, MAX_PLAINTEXT_BYTES, type Token04Mode, writeToken } from './wire.ts';

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

const MAX_INT64 = 0x7fff_ffff_ffff_ffffn;

export function checkSeal(options: unknown): Parts {
  const { plaintext, expire, ...fields } = readFields(options, 'options', {
    plaintext: plaintextArgument,
    expire: outerExpireArgument,
    ...CHOSEN_PARTS,
  });
  return { ...checkIv(fields), plaintext, expire };
}

export function checkEncode(options: unknown): Parts {
  const { claims, ...fields } = readFields(options, 'options', {
    claims: claimsArgument,
    ...CHOSEN_PARTS,
  });
  const plaintext = encode(writeClaims(claims), 'claims');
  return { ...checkIv(fields), plaintext, expire: claims.expire };
}

const CHOSEN_PARTS = {
  serverSecret: secretArgument,
  mode: modeArgument,
  iv: copyBytes,
};

/** Its length hangs on the mode. */
function checkIv({
  serverSecret,
  mode,
  iv,
}: {
  readonly serverSecret: Uint8Array;
  readonly mode: Token04Mode;
  readonly iv: Uint8Array | string;
}): Pick<Parts, 'key' | 'mode' | 'iv'> {
  if (typeof iv !== 'string' && iv.length === IV_BYTES[mode])
    return { key: serverSecret, mode, iv };
  const got = typeof iv === 'string' ? iv : `${iv.length} bytes`;
  throw argumentError('iv', `a Uint8Array of ${IV_BYTES[mode]} bytes`, got);
}

function plaintextArgument(value: unknown, argument: string): Uint8Array {
  const bytes = copyBytes(value);
  if (typeof bytes === 'string') return encode(textArgument(value, argument), argument);
  if (bytes.length > MAX_PLAINTEXT_BYTES) throw tooLarge(argument);
  return bytes;
}

function encode(plaintext: string, argument: string): Uint8Array {
  if (!fits(plaintext)) throw tooLarge(argument);
  return utf8.encode(plaintext);
}

function outerExpireArgument(value: unknown, argument: string): number | bigint {
  const isInt64 =
    typeof value === 'bigint'
      ? value >= -MAX_INT64 - 1n && value <= MAX_INT64
      : Number.isSafeInteger(value);
  if (isInt64) return value as number | bigint;
  throw argumentError(argument, 'a safe integer, or a bigint of 64 bits', describe(value));
}

function claimsArgument(value: unknown, argument: string): Token04Claims {
  const within =
    <T>(read: Reader<T>): Reader<T> =>
    (value, name) =>
      read(value, `${argument}.${name}`);
  return readFields(value, argument, {
    appId: within(appIdArgument),
    userId: within(textArgument),
    ctime: within(safeInteger),
    expire: within(safeInteger),
    nonce: within(int32),
    payload: within(textArgument),
  });
}

/** A copy, since the caller may write to the array while WebCrypto works; or what came instead. */
function copyBytes(value: unknown): Uint8Array | string {
  try {
    // Not by instanceof, which fails for the bytes of another realm (Jest's, for one).
    const isBytes = Object.prototype.toString.call(value) === '[object Uint8Array]';
    if (isBytes && ArrayBuffer.isView(value)) return new Uint8Array(value as Uint8Array);
  } catch {
    // A getter of the caller's threw.
  }
  return describe(value);
}

/** As `writeToken`, also with an expire that is no safe integer. */
export function writeAnyToken({
  expire,
  ...frame
}: Omit<Frame, 'expire'> & Pick<Parts, 'expire'>): string {
  const token = writeToken({ ...frame, expire: 0 });
  const body = decodeBase64(token.slice(2)) as Uint8Array;
  new DataView(body.buffer).setBigInt64(0, BigInt(expire));
  return token.slice(0, 2) + encodeBase64(body);
}
