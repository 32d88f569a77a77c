import type { Token04Error } from '../errors.ts';
import { describe, isIntegerWithin, isText, MAX_APP_ID } from './arguments.ts';
import { tokenError } from './token-error.ts';

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

/** Its fields are read by fixed names, which is faster than by a name in a variable. */
interface PlaintextJson {
  readonly app_id?: unknown;
  readonly user_id?: unknown;
  readonly ctime?: unknown;
  readonly expire?: unknown;
  readonly nonce?: unknown;
  readonly payload?: unknown;
}

const MAX_SAFE = Number.MAX_SAFE_INTEGER;

/** The plaintext, byte for byte as official Node.js writes it (docs/specification.md, 2). */
export function writeClaims(claims: Token04Claims): string {
  const { appId, userId, nonce, ctime, expire, payload } = claims;
  // Not JSON.stringify of an object, which takes twice as long.
  return `{"app_id":${appId},"user_id":${JSON.stringify(userId)},"nonce":${nonce},"ctime":${ctime},"expire":${expire},"payload":${JSON.stringify(payload)}}`;
}

/** The claims in a plaintext, from any official generator: in any key order, with any extras. */
export function readClaims(plaintext: unknown): Token04Claims {
  if (describe(plaintext) !== 'an object') {
    throw claimsError('its plaintext is not a JSON object');
  }
  const json = plaintext as PlaintextJson;
  /** Own fields alone: a name that every object inherits is missing. */
  const has = (name: string): boolean => Object.hasOwn(json, name);
  const integer = (name: string, value: unknown, minimum: number, maximum: number): number => {
    if (has(name) && isIntegerWithin(value, minimum, maximum)) return value + 0; // JSON knows a -0
    throw claimsError(`${name} is no integer from ${minimum} to ${maximum}`);
  };
  const text = (name: string, value: unknown): string => {
    if (has(name) && isText(value)) return value;
    throw claimsError(`${name} is no well-formed string`);
  };
  return {
    appId: integer('app_id', json.app_id, 1, MAX_APP_ID),
    userId: text('user_id', json.user_id),
    ctime: integer('ctime', json.ctime, -MAX_SAFE, MAX_SAFE),
    expire: integer('expire', json.expire, -MAX_SAFE, MAX_SAFE),
    nonce: integer('nonce', json.nonce, -0x8000_0000, 0x7fff_ffff),
    payload: has('payload') ? text('payload', json.payload) : '',
  };
}

/** The reason names fields and what was expected of them; their values are confidential. */
export function claimsError(reason: string): Token04Error {
  return tokenError('ERR_TOKEN04_CLAIMS', `the token's claims are not valid: ${reason}`, 1002075);
}
