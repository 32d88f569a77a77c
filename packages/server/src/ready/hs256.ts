import { createVerifier } from 'fast-jwt';
import {
  decodeProtectedHeader,
  errors,
  type JWTClaimVerificationOptions,
  type JWTPayload,
  UnsecuredJWT,
} from 'jose';
import { rememberLast } from '../lib/remember-last.ts';

const ALGORITHM = 'HS256';

/** The header of a JWT that is not signed, `{"alg":"none"}`. */
const UNSIGNED = 'eyJhbGciOiJub25lIn0';

/**
 * Verifies JWTs of HS256 by fast-jwt, which has node:crypto do it at once: jose has WebCrypto do it in
 * another thread, which takes a quarter of a whole request's processor time. The claims are judged by
 * jose, as those of every other JWT.
 *
 * @param secretNow asked for every JWT: text of 32 bytes or more
 * @returns a function that throws jose's errors
 */
export function verifierOfHs256(
  secretNow: () => string,
  demands: JWTClaimVerificationOptions,
): (jwt: string) => JWTPayload {
  const verifierFor = rememberLast(signatureVerifier);
  return (jwt) => {
    try {
      verifierFor(secretNow())(jwt);
    } catch (error) {
      throw asOfJose(error, jwt);
    }
    const [, payload] = jwt.split('.');
    return UnsecuredJWT.decode(`${UNSIGNED}.${payload}.`, demands).payload;
  };
}

function signatureVerifier(secret: string): (jwt: string) => unknown {
  return createVerifier({
    key: secret,
    algorithms: [ALGORITHM],
    // jose judges both.
    ignoreExpiration: true,
    ignoreNotBefore: true,
  });
}

function asOfJose(error: unknown, jwt: string): unknown {
  switch ((error as { code?: unknown }).code) {
    case 'FAST_JWT_INVALID_ALGORITHM':
      return new errors.JOSEAlgNotAllowed();
    case 'FAST_JWT_MISSING_SIGNATURE':
      return decodeProtectedHeader(jwt).alg === ALGORITHM
        ? new errors.JWSSignatureVerificationFailed()
        : new errors.JOSEAlgNotAllowed();
    case 'FAST_JWT_INVALID_SIGNATURE':
      return new errors.JWSSignatureVerificationFailed();
    case 'FAST_JWT_MALFORMED':
    case 'FAST_JWT_INVALID_PAYLOAD':
    case 'FAST_JWT_INVALID_CRIT_HEADER':
      return new errors.JWSInvalid();
    default:
      return error;
  }
}
