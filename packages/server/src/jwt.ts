import { Token04Error } from '@token04/core/web';
import {
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import * as v from 'valibot';
import { aNumber, aString, checkFields } from './lib/arguments.ts';
import type { Identity } from './lib/options.ts';
import { isSafeUrl } from './lib/safe-url.ts';

export interface JwtIdentity extends Identity {
  readonly claims: JWTPayload;
}

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
}

const MIN_SECRET_BYTES = 32;

const url = v.pipe(
  v.string('a URL'),
  v.check(isSafeUrl, 'an https URL (http: only for this machine)'),
);
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
    clockToleranceInSeconds: v.optional(aNumber(0, 300), 5),
  }),
  v.check(
    ({ secret, jwksUrl }) => (secret === undefined) !== (jwksUrl === undefined),
    'an object with either secret or jwksUrl',
  ),
);

/** Pinned by the kind of key, so that a JWT cannot choose: no public key is taken for a secret. */
const SECRET_ALGORITHMS = ['HS256'];
const PUBLIC_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Failures to get the keys; every other error of jose's is about the JWT. */
const OUT_OF_ORDER = [
  errors.JWKSTimeout.code,
  errors.JWKSInvalid.code,
  errors.JWKInvalid.code,
  errors.JOSEError.code,
];

/**
 * For `identify`: who a JWT in `Authorization: Bearer` is for. It must have `exp` and `sub`, which
 * becomes the userId. null where there is none, or it is not good.
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
  const { secret, jwksUrl, clockToleranceInSeconds, ...claims } = checked;
  const getKey =
    secret === undefined ? createRemoteJWKSet(new URL(jwksUrl as string)) : followSecret(secret);
  const demands: JWTVerifyOptions = {
    algorithms: secret === undefined ? PUBLIC_ALGORITHMS : SECRET_ALGORITHMS,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: clockToleranceInSeconds,
    ...claims,
  };
  return async (request) => {
    const [, jwt] =
      /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    if (jwt === undefined) return null;
    try {
      const { payload } = await jwtVerify(jwt, getKey, demands);
      return isUserId(payload.sub) ? { userId: payload.sub, claims: payload } : null;
    } catch (error) {
      if (error instanceof errors.JOSEError && !OUT_OF_ORDER.includes(error.code)) return null;
      throw error;
    }
  };
}

/** The key for the present secret, prepared once for each. */
function followSecret(secret: string | (() => string)): JWTVerifyGetKey {
  if (typeof secret === 'string') {
    const key = importKey(secret);
    return () => key;
  }
  let last: { readonly secret: string; readonly key: Promise<CryptoKey> } | undefined;
  return () => {
    const now = secret();
    if (last?.secret !== now) last = { secret: now, key: importKey(now) };
    return last.key;
  };
}

/** Not async, so that a bad secret throws at once. */
function importKey(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < MIN_SECRET_BYTES) {
    throw new Token04Error(
      'ERR_TOKEN04_ARGUMENT',
      `secret must have at least ${MIN_SECRET_BYTES} bytes, got ${bytes.length}`,
      { argument: 'secret' },
    );
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
}

/** What a token takes for its user (an array, a number or an endless string is no `sub`). */
function isUserId(sub: unknown): sub is string {
  return typeof sub === 'string' && /^\P{Surrogate}+$/u.test(sub) && sub.length <= 64;
}
