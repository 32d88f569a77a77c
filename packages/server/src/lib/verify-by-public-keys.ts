import {
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { isOfKey, KeyUnusable, type RemoteKeys } from './remote-keys.ts';

/** Verifies JWTs by whichever of the published keys signed them. */
export function verifierByPublicKeys(
  keys: RemoteKeys,
  demands: JWTVerifyOptions,
): (jwt: string) => Promise<JWTPayload> {
  const verifyBy = async (jwt: string, key: CryptoKey | JWTVerifyGetKey): Promise<JWTPayload> => {
    try {
      // One of its overloads is for a key, the other for who gives one.
      return (await jwtVerify(jwt, key as JWTVerifyGetKey, demands)).payload;
    } catch (error) {
      throw isOfKey(error) ? new KeyUnusable() : error;
    }
  };
  const verifyByAny = async (jwt: string): Promise<JWTPayload> => {
    try {
      return await verifyBy(jwt, keys.get);
    } catch (error) {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      // Keys without a kid, or two of the same: whichever signed it.
      for await (const key of error) {
        try {
          return await verifyBy(jwt, key as CryptoKey);
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

/** Whether a JWT names its key. Its header was read before, so it can be decoded. */
function namesKey(jwt: string): boolean {
  return decodeProtectedHeader(jwt).kid !== undefined;
}
