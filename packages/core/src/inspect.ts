import { type Token04Mode, VERSION } from './format/frame.ts';
import { malformed, readToken } from './format/token.ts';

/** What anyone can read from a token without the secret. */
export interface InspectedToken04 {
  version: '04';
  /** Seconds since 1970. Not authenticated: anyone can have rewritten it. */
  expire: number;
  mode: Token04Mode;
  /** In bytes: 16 in CBC, 12 in GCM. */
  ivLength: number;
  /** In bytes, with the padding (CBC) or the tag (GCM). */
  ciphertextLength: number;
}

/**
 * The frame of a token, read without the secret (docs/specification.md, 1). It proves nothing.
 *
 * @throws Token04Error `ERR_TOKEN04_MALFORMED`, also where the expire is no safe integer.
 *
 * @example
 * ```js
 * import { generateToken04, inspectToken04 } from '@token04/core';
 *
 * const token = generateToken04(1, 'demo', 'fa94dd0f974cf2e293728a526b028271', 3600);
 * inspectToken04(token).ivLength; // → 16
 * ```
 */
export function inspectToken04(token: string): InspectedToken04 {
  const { expire, mode, iv, ciphertext } = readToken(token);
  if (!Number.isSafeInteger(expire)) malformed('expire is not a safe integer');
  return {
    version: VERSION,
    expire,
    mode,
    ivLength: iv.length,
    ciphertextLength: ciphertext.length,
  };
}
