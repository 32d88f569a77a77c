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

/** What a cipher says of a ciphertext. CBC: is the padding right? GCM: the tag? If not, the bytes mean nothing. */
export type Opened = readonly [bytes: Uint8Array, isIntact: boolean];

export type Plaintext = readonly [text: string, json: unknown];

// A byte order mark is kept, so that JSON.parse refuses it as other languages' parsers do.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The plaintext as text and JSON, or undefined for a wrong key, a bad padding or tag, ill-formed
 * UTF-8 and text that is no JSON alike. UTF-8 and JSON are tried whatever the padding says: a
 * caller who can send altered tokens and measure the time shall not learn which of them failed
 * (docs/specification.md, 11).
 */
export function readPlaintext([bytes, isIntact]: Opened): Plaintext | undefined {
  let plaintext: Plaintext | undefined;
  try {
    const text = utf8.decode(bytes);
    plaintext = [text, JSON.parse(text)];
  } catch {
    // Neither UTF-8 nor JSON.
  }
  return isIntact ? plaintext : undefined;
}

/** The one error for all that {@link readPlaintext} cannot read, with no cause in it. */
export function decryptionError(): never {
  tokenError('ERR_TOKEN04_DECRYPTION', 'it is of another server secret, or altered', 1002033);
}

export function decodeFrame(frame: Frame, plaintext: Plaintext): DecodedToken04 {
  return {
    claims: readFrameClaims(frame, plaintext),
    mode: frame.mode,
    iv: new Uint8Array(frame.iv),
    plaintext: plaintext[0],
  };
}

export function readFrameClaims(frame: Frame, plaintext: Plaintext): Token04Claims {
  const claims = readClaims(plaintext[1]);
  if (claims.expire !== frame.expire) {
    claimsError('expire is not the outer one');
  }
  return claims;
}
