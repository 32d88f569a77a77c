// What the secret of HS256 JWTs must be, in the library and in the ready server.

/** As many as the hash has (RFC 7518, 3.2). */
export const MIN_JWT_SECRET_BYTES = 32;

/** Everyone has a public key, and could sign with its text. */
export const NO_PUBLIC_KEY =
  'must not be a key of another kind (PEM, JWK, or its bytes in base64); public keys are read from a JWKS URL';

/** Whether this is what a login service shows as its public key: PEM, a JWK, a JWKS, or bare base64. */
export function isPublicKey(secret: string): boolean {
  return secret.includes('-----BEGIN') || isJwk(secret) || isDer(secret);
}

function isJwk(text: string): boolean {
  return /^\s*\{.*"(kty|keys)"/s.test(text);
}

const SEQUENCE = 0x30;

/** A sequence that begins with another and fills the whole text, as a key or a certificate does. */
function isDer(base64: string): boolean {
  const text = base64.replace(/\s/g, '');
  // The base64 of a sequence begins with M.
  if (!/^M[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return false;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const [tag, first = 0] = bytes;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  const start = 2 + lengthBytes;
  const length =
    lengthBytes === 0 ? first : bytes.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return tag === SEQUENCE && start + length === bytes.length && bytes[start] === SEQUENCE;
}
