import { Token04Error } from '@token04/core/web';
import {
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import * as v from 'valibot';
import { aFunction, aNumber, aString, checkFields } from './lib/arguments.ts';
import {
  claimDemands,
  identifyWith,
  type JwtIdentity,
  MAX_CLOCK_TOLERANCE_IN_SECONDS,
  USUAL_CLOCK_TOLERANCE_IN_SECONDS,
} from './lib/identify-by-jwt.ts';
import { isPem, MIN_JWT_SECRET_BYTES, NO_PEM } from './lib/jwt-secret.ts';
import { rememberLast } from './lib/remember-last.ts';
import { followRemoteKeys, isOfKey, type KeysChange, KeyUnusable } from './lib/remote-keys.ts';
import { isSafeUrl, SAFE_URL } from './lib/safe-url.ts';

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
  /** How far the two clocks may be apart, in seconds; 5 unless given. */
  readonly clockToleranceInSeconds?: number | undefined;
  /**
   * Called where the keys of `jwksUrl` cannot be had, and when they can be had again; not for every
   * request. Without it, `console.error` gets a line.
   */
  readonly onKeysChange?: ((change: KeysChange) => void) | undefined;
}

const url = v.pipe(v.string('a URL'), v.check(isSafeUrl, SAFE_URL));
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
 * becomes the userId. null where there is none, or it is not good; `onRefuse` of the handler then
 * gets the reason. Where the keys of `jwksUrl` cannot be had, the answer is 503.
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
  return identifyWith(verify);
}

/** @returns a function that throws where a JWT is not good */
function verifierOf(
  { secret, jwksUrl, onKeysChange = complain }: JwtOptions,
  demands: JWTVerifyOptions,
): (jwt: string) => Promise<JWTPayload> {
  const verify = async (jwt: string, key: CryptoKey | JWTVerifyGetKey): Promise<JWTPayload> =>
    // One of its overloads is for a key, the other for who gives one.
    (await jwtVerify(jwt, key as JWTVerifyGetKey, demands)).payload;
  if (secret !== undefined) {
    const keyNow = followSecret(secret);
    return async (jwt) => verify(jwt, await keyNow());
  }
  const keys = followRemoteKeys(new URL(jwksUrl as string), onKeysChange);
  const verifyByPublic = async (
    jwt: string,
    key: CryptoKey | JWTVerifyGetKey,
  ): Promise<JWTPayload> => {
    try {
      return await verify(jwt, key);
    } catch (error) {
      throw isOfKey(error) ? new KeyUnusable() : error;
    }
  };
  const verifyByAny = async (jwt: string): Promise<JWTPayload> => {
    try {
      return await verifyByPublic(jwt, keys.get);
    } catch (error) {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      // Keys without a kid, or two of the same: whichever signed it.
      for await (const key of error) {
        try {
          return await verifyByPublic(jwt, key as CryptoKey);
        } catch (inner) {
          const isOfOtherKey =
            inner instanceof errors.JWSSignatureVerificationFailed || inner instanceof KeyUnusable;
          if (!isOfOtherKey) throw inner;
        }
      }
      throw new errors.JWSSignatureVerificationFailed();
    }
  };
  return async (jwt) => {
    const began = performance.now();
    try {
      return await verifyByAny(jwt);
    } catch (error) {
      // A new key without a kid is not missed: another one is tried in its place.
      const mayHaveNewKey =
        error instanceof KeyUnusable ||
        (error instanceof errors.JWSSignatureVerificationFailed && !namesKey(jwt));
      if (!mayHaveNewKey) throw error;
      if (!(await keys.lookAgain(began))) throw error;
      return verifyByAny(jwt);
    }
  };
}

/** Of a JWT whose header could be read before. */
function namesKey(jwt: string): boolean {
  return decodeProtectedHeader(jwt).kid !== undefined;
}

/** The key for the present secret. One that cannot change is judged at once. */
function followSecret(secret: string | (() => string)): () => Promise<CryptoKey> {
  if (typeof secret === 'string') {
    const key = importKey(secret);
    return () => key;
  }
  const keyFor = rememberLast(importKey);
  return () => keyFor(secret());
}

/** Not async, so that a bad secret throws at once. */
function importKey(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < MIN_JWT_SECRET_BYTES) {
    refuseSecret(`must have at least ${MIN_JWT_SECRET_BYTES} bytes, got ${bytes.length}`);
  }
  // Bytes that were decoded are these over and over, and those of a file that was not written are all
  // zeros: anyone could sign with them.
  if (/[\0\uFFFD\p{Surrogate}]/u.test(secret)) {
    refuseSecret('must be text; of a binary key take its base64 or hex text on both sides');
  }
  if (isPem(secret)) refuseSecret(NO_PEM);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
}

function refuseSecret(why: string): never {
  throw new Token04Error('ERR_TOKEN04_ARGUMENT', `secret ${why}`, { argument: 'secret' });
}

function complain({ available, host, code }: KeysChange): void {
  if (available) console.error(`@token04/server: the keys of ${host} can be had again`);
  else console.error(`@token04/server: the keys of ${host} cannot be had (${code})`);
}
