import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import {
  decodeProtectedHeader,
  errors,
  type JWTClaimVerificationOptions,
  type JWTPayload,
  UnsecuredJWT,
} from 'jose';

/** The header of a JWT that is not signed, `{"alg":"none"}`. */
const UNSIGNED = 'eyJhbGciOiJub25lIn0';

/**
 * Verifies JWTs of HS256 by node:crypto's HMAC, at once. jose has WebCrypto do it in another thread,
 * which costs an eighth of a whole request; its part is still to read the JWT and to judge the claims.
 *
 * @param secretNow asked for every JWT: text of 32 bytes or more
 * @returns a function that throws jose's errors
 */
export function verifierOfHs256(
  secretNow: () => string,
  demands: JWTClaimVerificationOptions,
): (jwt: string) => JWTPayload {
  const keyNow = followSecret(secretNow);
  return (jwt) => {
    const parts = jwt.split('.');
    const [header, payload, signature] = parts;
    if (parts.length !== 3 || signature === undefined) throw new errors.JWSInvalid();
    checkHeader(jwt);
    const expected = createHmac('sha256', keyNow()).update(`${header}.${payload}`);
    if (!isEqual(signature, expected.digest('base64url'))) {
      throw new errors.JWSSignatureVerificationFailed();
    }
    return UnsecuredJWT.decode(`${UNSIGNED}.${payload}.`, demands).payload;
  };
}

function checkHeader(jwt: string): void {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jwt);
  } catch {
    throw new errors.JWSInvalid();
  }
  if (header.alg !== 'HS256') throw new errors.JOSEAlgNotAllowed();
  // It names what has to be understood, and nothing of it is.
  if (header.crit !== undefined) throw new errors.JOSENotSupported();
}

/** Of texts, so that a signature has one spelling alone. */
function isEqual(given: string, expected: string): boolean {
  const bytes = Buffer.from(given);
  return bytes.length === expected.length && timingSafeEqual(bytes, Buffer.from(expected));
}

/** The key for the present secret, prepared once for each. */
function followSecret(secretNow: () => string): () => KeyObject {
  let last: { readonly secret: string; readonly key: KeyObject } | undefined;
  return () => {
    const secret = secretNow();
    if (last?.secret !== secret) last = { secret, key: createSecretKey(secret, 'utf8') };
    return last.key;
  };
}
