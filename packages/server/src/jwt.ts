import type { JWTPayload, JWTVerifyOptions } from 'jose';
import * as v from 'valibot';
import { aFunction, aNumber, aString, checkFields } from './lib/arguments.ts';
import {
  CLAIMS_OF_TIME,
  claimDemands,
  identifyWith,
  type JwtIdentity,
  MAX_CLOCK_TOLERANCE_IN_SECONDS,
  USUAL_CLOCK_TOLERANCE_IN_SECONDS,
} from './lib/identify-by-jwt.ts';
import { followRemoteKeys, type KeysChange } from './lib/remote-keys.ts';
import { isSafeUrl, SAFE_URL } from './lib/safe-url.ts';
import { verifierByPublicKeys } from './lib/verify-by-public-keys.ts';
import { verifierBySecret } from './lib/verify-by-secret.ts';

export type { JwtIdentity, KeysChange };

export interface JwtOptions {
  /**
   * For HS256: at least 32 bytes, shared with who makes the JWTs. A function is asked for every
   * request, so that it can be rotated. Either this or `jwksUrl`.
   */
  readonly secret?: string | (() => string);
  /** Where the public keys of who makes the JWTs are published. */
  readonly jwksUrl?: string;
  /** The `iss` that is demanded. Absent for any; undefined is refused, as it may be a slip. */
  readonly issuer?: string;
  /** The `aud` that is demanded. Absent for any; undefined is refused. */
  readonly audience?: string;
  /**
   * Which claim is the userId; `sub` unless given. It must be one that the login service gives out and
   * the user cannot change, or they can be anyone.
   */
  readonly userIdClaim?: string | undefined;
  /** How far the two clocks may be apart, in seconds; 5 unless given. */
  readonly clockToleranceInSeconds?: number | undefined;
  /**
   * Called where the keys of `jwksUrl` cannot be had, and when they can be had again; not for every
   * request. Without it, `console.error` gets a line.
   */
  readonly onKeysChange?: ((change: KeysChange) => void) | undefined;
}

const url = v.pipe(v.string('a string'), v.check(isSafeUrl, SAFE_URL));
const key = v.union(
  [aString, v.custom<() => string>((value) => typeof value === 'function')],
  'a string or a function',
);

const schema = v.pipe(
  v.strictObject({
    secret: v.exactOptional(key),
    jwksUrl: v.exactOptional(url),
    issuer: v.exactOptional(aString),
    audience: v.exactOptional(aString),
    userIdClaim: v.optional(
      v.pipe(
        aString,
        v.check((claim) => !CLAIMS_OF_TIME.includes(claim), 'a claim of text, and none of a time'),
      ),
      'sub',
    ),
    clockToleranceInSeconds: v.optional(
      aNumber(0, MAX_CLOCK_TOLERANCE_IN_SECONDS),
      USUAL_CLOCK_TOLERANCE_IN_SECONDS,
    ),
    onKeysChange: v.optional(aFunction),
  }),
  v.check(
    ({ secret, jwksUrl }) => (secret === undefined) !== (jwksUrl === undefined),
    'an object with either secret or jwksUrl',
  ),
);

/** Pinned by the kind of key, so that a JWT cannot choose: no public key is taken for a secret. */
const SECRET_ALGORITHMS = ['HS256'];
const PUBLIC_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];

/**
 * For `identify`: who a JWT in `Authorization: Bearer` is for. It must have `exp` and `sub`, which
 * becomes the userId, or the claim that is named in its place. null where there is none, or it is not
 * good; `onRefuse` of the handler then gets the reason. Where the keys of `jwksUrl` cannot be had, the
 * answer is 503.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT` for an option
 *
 * @example
 * ```js
 * import { SignJWT } from 'jose';
 * import { identifyByJwt } from '@token04/server/jwt';
 *
 * const secret = 'a secret of the session service, 32 bytes or more';
 * const identify = identifyByJwt({ secret, issuer: 'https://login.example' });
 *
 * const jwt = await new SignJWT({ sub: 'demo', iss: 'https://login.example' })
 *   .setProtectedHeader({ alg: 'HS256' })
 *   .setExpirationTime('5m')
 *   .sign(new TextEncoder().encode(secret));
 * const headers = { authorization: `Bearer ${jwt}` };
 * (await identify(new Request('https://app.example/token', { headers }))).userId; // → 'demo'
 * await identify(new Request('https://app.example/token')); // → null
 * ```
 */
export function identifyByJwt(
  options: JwtOptions,
): (request: Request) => Promise<JwtIdentity | null> {
  const checked = checkFields(schema, options, 'options');
  const verify = verifierOf(checked as JwtOptions, {
    algorithms: checked.secret === undefined ? PUBLIC_ALGORITHMS : SECRET_ALGORITHMS,
    ...claimDemands(checked),
  });
  const identify = identifyWith(checked.userIdClaim, verify);
  return async (request) => identify(request);
}

/** @returns a function that throws where a JWT is not good */
function verifierOf(
  { secret, jwksUrl, onKeysChange = complain }: JwtOptions,
  demands: JWTVerifyOptions,
): (jwt: string) => Promise<JWTPayload> {
  return secret === undefined
    ? verifierByPublicKeys(followRemoteKeys(new URL(jwksUrl as string), onKeysChange), demands)
    : verifierBySecret(secret, demands);
}

function complain({ available, host, code }: KeysChange): void {
  if (available) console.error(`@token04/server: the keys of ${host} can be had again`);
  else console.error(`@token04/server: the keys of ${host} cannot be had (${code})`);
}
