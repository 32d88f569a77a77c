import { appIdArgument, integer, type Rule, textArgument } from './arguments.ts';
import { jsonFields } from './json.ts';
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

export const MAX_SAFE: number = Number.MAX_SAFE_INTEGER;
export const safeInteger: Rule<number> = /* @__PURE__ */ integer(-MAX_SAFE, MAX_SAFE);
export const int32: Rule<number> = /* @__PURE__ */ integer(-0x8000_0000, 0x7fff_ffff);

/** The plaintext, byte for byte as official Node.js writes it (docs/specification.md, 2). */
export function writeClaims(claims: Token04Claims): string {
  const { appId, userId, nonce, ctime, expire, payload } = claims;
  // Not JSON.stringify of an object, which takes twice as long.
  return `{"app_id":${appId},"user_id":${JSON.stringify(userId)},"nonce":${nonce},"ctime":${ctime},"expire":${expire},"payload":${JSON.stringify(payload)}}`;
}

/** The claims in a plaintext, from any official generator: in any key order, with any extras. */
export function readClaims(plaintext: unknown): Token04Claims {
  const json: PlaintextJson | undefined = jsonFields(plaintext);
  if (!json) return claimsError('it holds no JSON object');
  return {
    appId: appIdArgument(json.app_id, 'app_id', claimsError),
    userId: textArgument(json.user_id, 'user_id', claimsError),
    // + 0, as JSON knows a -0.
    ctime: safeInteger(json.ctime, 'ctime', claimsError) + 0,
    expire: safeInteger(json.expire, 'expire', claimsError) + 0,
    nonce: int32(json.nonce, 'nonce', claimsError) + 0,
    payload: json.payload === undefined ? '' : textArgument(json.payload, 'payload', claimsError),
  };
}

/** The reason names fields and what was expected of them; their values are confidential. */
export function claimsError(reason: string): never {
  tokenError('ERR_TOKEN04_CLAIMS', reason, 1002075);
}
