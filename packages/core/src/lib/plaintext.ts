import type { Token04Error } from '../errors.ts';
import { claimsError, readClaims, type Token04Claims } from './claims.ts';
import { tokenError } from './token-error.ts';
import type { Frame, Token04Mode } from './wire.ts';

/** What a token says. */
export interface DecodedToken04 {
  claims: Token04Claims;
  mode: Token04Mode;
  /** The IV (CBC, 16 bytes) or nonce (GCM, 12 bytes): a copy in an ArrayBuffer of its own. */
  iv: Uint8Array;
  /** The decrypted JSON text, as its maker spelled it. */
  plaintext: string;
}

/** What a cipher says of a ciphertext. Without `intact` the bytes mean nothing. */
export interface Opened {
  readonly bytes: Uint8Array;
  /** CBC: the padding is right. GCM: the tag is right. */
  readonly intact: boolean;
}

export interface Plaintext {
  readonly text: string;
  readonly json: unknown;
}

// A byte order mark is kept, so that JSON.parse refuses it as other languages' parsers do.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The plaintext as text and JSON, or undefined for a wrong key, a bad padding or tag, ill-formed
 * UTF-8 and text that is no JSON alike. UTF-8 and JSON are tried whatever the padding says: a
 * caller who can send altered tokens and measure the time shall not learn which of them failed
 * (docs/specification.md, 11).
 */
export function readPlaintext(opened: Opened): Plaintext | undefined {
  let plaintext: Plaintext | undefined;
  try {
    const text = utf8.decode(opened.bytes);
    plaintext = { text, json: JSON.parse(text) };
  } catch {
    // Neither UTF-8 nor JSON.
  }
  return opened.intact ? plaintext : undefined;
}

/** The one error for all that {@link readPlaintext} cannot read, with no cause in it. */
export function decryptionError(): Token04Error {
  return tokenError(
    'ERR_TOKEN04_DECRYPTION',
    'the token cannot be decrypted: another server secret made it, or it was altered',
    1002033,
  );
}

export function decodeFrame(frame: Frame, plaintext: Plaintext): DecodedToken04 {
  return {
    claims: readFrameClaims(frame, plaintext),
    mode: frame.mode,
    iv: new Uint8Array(frame.iv),
    plaintext: plaintext.text,
  };
}

export function readFrameClaims(frame: Frame, plaintext: Plaintext): Token04Claims {
  const claims = readClaims(plaintext.json);
  if (claims.expire !== frame.expire) {
    throw claimsError('expire differs from the one outside the ciphertext');
  }
  return claims;
}
