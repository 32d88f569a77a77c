import { Token04Error } from '../errors.ts';
import { isIntegerWithin, isWellFormed } from './arguments.ts';
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
  const fields = plaintext as { readonly [name: string]: unknown };
  return {
    appId: integer(fields, 'app_id', 1, 0xffff_ffff),
    userId: text(fields, 'user_id'),
    ctime: integer(fields, 'ctime', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    expire: integer(fields, 'expire', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    nonce: integer(fields, 'nonce', -0x8000_0000, 0x7fff_ffff),
    payload: Object.hasOwn(fields, 'payload') ? text(fields, 'payload') : '',
  };
}

type Fields = { readonly [name: string]: unknown };

function integer(fields: Fields, name: string, minimum: number, maximum: number): number {
  const value = own(fields, name);
  if (!isIntegerWithin(value, minimum, maximum)) {
    throw claimsError(`${name} must be an integer from ${minimum} to ${maximum}`);
  }
  return value + 0; // JSON knows a -0
}

function text(fields: Fields, name: string): string {
  const value = own(fields, name);
  if (typeof value !== 'string') throw claimsError(`${name} must be a string`);
  if (!isWellFormed(value)) throw claimsError(`${name} has a lone surrogate`);
  return value;
}

function own(fields: Fields, name: string): unknown {
  if (!Object.hasOwn(fields, name)) throw claimsError(`${name} is missing`);
  return fields[name];
}

/** The reason names fields and what was expected of them; their values are confidential. */
export function claimsError(reason: string): Token04Error {
  return new Token04Error('ERR_TOKEN04_CLAIMS', `the token's claims are not valid: ${reason}`, {
    clientCodes: CLIENT_CODES.claims,
  });
}
