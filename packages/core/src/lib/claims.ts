import { Token04Error } from '../errors.ts';
import { isIntegerWithin, isText, MAX_APP_ID } from './arguments.ts';
import { CLIENT_CODES } from './client-codes.ts';

/** What a token says, in the words of this package. Times are in seconds since 1970. */
export interface Token04Claims {
  /** 1 to 4294967295. */
  appId: number;
  userId: string;
  /** When the token was made; official .NET rounds it up to half a second into the future. */
  ctime: number;
  /** The first second in which the token is no longer good. */
  expire: number;
  /** Any int32; about half of the tokens of official Java are negative. */
  nonce: number;
  /** `''` for a basic (identity) token. */
  payload: string;
}

/** The plaintext, byte for byte as official Node.js writes it (docs/specification.md, 2). */
export function writeClaims(claims: Token04Claims): string {
  return JSON.stringify({
    app_id: claims.appId,
    user_id: claims.userId,
    nonce: claims.nonce,
    ctime: claims.ctime,
    expire: claims.expire,
    payload: claims.payload,
  });
}

/** The claims in a plaintext, from any official generator: in any key order, with any extras. */
export function readClaims(plaintext: unknown): Token04Claims {
  if (typeof plaintext !== 'object' || plaintext === null || Array.isArray(plaintext)) {
    throw claimsError('its plaintext is not a JSON object');
  }
  /** Own fields alone: a name that every object inherits is missing. */
  const field = (name: string): unknown =>
    Object.hasOwn(plaintext, name) ? (plaintext as Record<string, unknown>)[name] : undefined;
  const integer = (name: string, minimum: number, maximum: number): number => {
    const value = field(name);
    if (isIntegerWithin(value, minimum, maximum)) return value + 0; // JSON knows a -0
    throw claimsError(`${name} is no integer from ${minimum} to ${maximum}`);
  };
  const text = (name: string): string => {
    const value = field(name);
    if (isText(value)) return value;
    throw claimsError(`${name} is no well-formed string`);
  };
  return {
    appId: integer('app_id', 1, MAX_APP_ID),
    userId: text('user_id'),
    ctime: integer('ctime', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    expire: integer('expire', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    nonce: integer('nonce', -0x8000_0000, 0x7fff_ffff),
    payload: Object.hasOwn(plaintext, 'payload') ? text('payload') : '',
  };
}

/** The reason names fields and what was expected of them; their values are confidential. */
export function claimsError(reason: string): Token04Error {
  return new Token04Error('ERR_TOKEN04_CLAIMS', `the token's claims are not valid: ${reason}`, {
    clientCodes: CLIENT_CODES.claims,
  });
}
