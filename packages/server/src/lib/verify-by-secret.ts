import { Token04Error } from '@token04/core/web';
import { type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { isPublicKey, MIN_JWT_SECRET_BYTES, NO_PUBLIC_KEY } from './jwt-secret.ts';
import { rememberLast } from './remember-last.ts';

/**
 * Verifies JWTs of HS256.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT` for a fixed secret that is not good; what a function gives
 * is judged when a JWT comes
 */
export function verifierBySecret(
  secret: string | (() => string),
  demands: JWTVerifyOptions,
): (jwt: string) => Promise<JWTPayload> {
  const keyNow = followSecret(secret);
  return async (jwt) => (await jwtVerify(jwt, await keyNow(), demands)).payload;
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
  if (isPublicKey(secret)) refuseSecret(NO_PUBLIC_KEY);
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < MIN_JWT_SECRET_BYTES) {
    refuseSecret(`must have at least ${MIN_JWT_SECRET_BYTES} bytes, got ${bytes.length}`);
  }
  // Bytes that were decoded are these over and over, and those of a file that was not written are all
  // zeros: anyone could sign with them.
  if (/[\0\uFFFD\p{Surrogate}]/u.test(secret)) {
    refuseSecret('must be text; of a binary key take its base64 or hex text on both sides');
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
}

function refuseSecret(why: string): never {
  throw new Token04Error('ERR_TOKEN04_ARGUMENT', `secret ${why}`, { argument: 'secret' });
}
