// What the secret of HS256 JWTs must be, in the library and in the ready server.

/** As many as the hash has (RFC 7518, 3.2). */
export const MIN_JWT_SECRET_BYTES = 32;

/** Everyone has a public key, and could sign with its text. */
export const NO_PEM = 'must not be a key in PEM; public keys are read from a JWKS URL';

export function isPem(secret: string): boolean {
  return secret.includes('-----BEGIN');
}
