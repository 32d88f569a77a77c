// The plaintext of a token, both ways (docs/specification.md, 2).
import { APP_ID_EXPECTED, isAppId } from '../check/arguments.ts';
import { isRecord, isText } from '../check/describe.ts';
import type { Token04ClaimName, Token04Error } from '../errors.ts';
import type { Token04Mode } from '../format/frame.ts';
import type { SealedToken } from '../format/token.ts';
import { tokenError } from '../token-error.ts';

/** What a token says, in the words of this package. Times are in seconds since 1970. */
export interface Token04Claims {
  /** 1 to 4294967295. */
  appId: number;
  userId: string;
  /** When the token was made; official .NET rounds it up to half a second into the future. */
  ctime: number;
  /** The first second in which the token is no longer good. */
  expire: number;
  /** A safe integer: official generators write any int32, and some ports milliseconds. */
  nonce: number;
  /** `''` for a basic (identity) token. */
  payload: string;
}

/** What a token says. */
export interface DecodedToken04 {
  claims: Token04Claims;
  mode: Token04Mode;
  /** The IV (CBC, 16 bytes) or nonce (GCM, 12 bytes): a copy in an ArrayBuffer of its own. */
  iv: Uint8Array;
  /** The decrypted JSON text, as its maker spelled it. */
  plaintext: string;
}

/**
 * The plaintext, byte for byte as official Node.js writes it.
 *
 * @param payloadJson the payload as a JSON string
 */
export function writeClaims(
  { appId, userId, nonce, ctime, expire }: Omit<Token04Claims, 'payload'>,
  payloadJson: string,
): string {
  // Not JSON.stringify of an object, which takes twice as long.
  return `{"app_id":${appId},"user_id":${JSON.stringify(userId)},"nonce":${nonce},"ctime":${ctime},"expire":${expire},"payload":${payloadJson}}`;
}

/** A plaintext that is JSON. */
export interface Plaintext {
  readonly text: string;
  readonly json: unknown;
}

// A byte order mark is kept, so that JSON.parse refuses it as other languages' parsers do.
const strictUtf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined for ill-formed UTF-8 and for text that is no JSON alike. */
export function readPlaintext(bytes: Uint8Array): Plaintext | undefined {
  try {
    const text = strictUtf8.decode(bytes);
    return { text, json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The one error for a wrong key, padding, tag, UTF-8 and JSON, with no cause in it. */
export function decryptionError(): Token04Error {
  const reason = 'it is of another server secret, or altered';
  return tokenError('ERR_TOKEN04_DECRYPTION', reason, 'decryption');
}

/** Its fields are read by fixed names, which is faster than by a name in a variable. */
interface PlaintextJson {
  readonly app_id?: unknown;
  readonly user_id?: unknown;
  readonly ctime?: unknown;
  readonly expire?: unknown;
  readonly nonce?: unknown;
  readonly payload?: unknown;
}

const TEXT = 'a well-formed string';

/** The claims of a token from any official generator: in any key order, with any further fields. */
export function readClaims(json: unknown, outerExpire: number): Token04Claims {
  if (!isRecord(json)) throw claimsError('it is no JSON object');
  // Without its prototype, as ownJsonFields gives it, only where that makes a difference: to read an
  // object without one takes a fifth of a token's time.
  const fields: PlaintextJson = isPolluted(Object.prototype)
    ? Object.setPrototypeOf(json, null)
    : json;
  const { app_id, user_id, ctime, expire, nonce, payload } = fields;
  if (!isAppId(app_id)) throw claimsError(`app_id is not ${APP_ID_EXPECTED}`, 'appId');
  if (!isText(user_id)) throw claimsError(`user_id is not ${TEXT}`, 'userId');
  const claims = {
    appId: app_id,
    userId: user_id,
    ctime: readInteger(ctime, 'ctime'),
    expire: readInteger(expire, 'expire'),
    nonce: readInteger(nonce, 'nonce'),
    // Official Python, Java, .NET and PHP write null for an absent payload.
    payload: payload ?? '',
  };
  if (!isText(claims.payload)) throw claimsError(`payload is not ${TEXT}`, 'payload');
  if (claims.expire !== outerExpire) throw claimsError('expire is not the outer one', 'expire');
  return claims as Token04Claims;
}

/** Whether an object that lacks a field of the plaintext would seem to have it. */
function isPolluted(prototype: object): boolean {
  return (
    'app_id' in prototype ||
    'user_id' in prototype ||
    'ctime' in prototype ||
    'expire' in prototype ||
    'nonce' in prototype ||
    'payload' in prototype
  );
}

function readInteger(value: unknown, claim: 'ctime' | 'expire' | 'nonce'): number {
  if (!Number.isSafeInteger(value)) throw claimsError(`${claim} is not a safe integer`, claim);
  // + 0, as JSON knows a -0.
  return (value as number) + 0;
}

/** The reason names fields and what was expected of them; their values are confidential. */
export function claimsError(reason: string, claim?: Token04ClaimName): Token04Error {
  return tokenError('ERR_TOKEN04_CLAIMS', reason, claim ?? 'format', claim);
}

export function decoded(
  { mode, iv, expire }: SealedToken,
  { text, json }: Plaintext,
): DecodedToken04 {
  return { claims: readClaims(json, expire), mode, iv: new Uint8Array(iv), plaintext: text };
}
