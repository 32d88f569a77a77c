import { createCipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import {
  type EncodeOptions,
  type Parts,
  readEncodeOptions,
  readSealOptions,
  type SealOptions,
  writeVector,
} from '../token/vector.ts';

/**
 * A token around a given plaintext with a given IV. **For test vectors only**: an IV that is chosen
 * or used twice breaks both modes. The plaintext is not looked at.
 *
 * @throws Token04Error `ERR_TOKEN04_SECRET`, `ERR_TOKEN04_TOO_LARGE` or `ERR_TOKEN04_ARGUMENT`.
 *
 * @example
 * ```js
 * import { inspectToken04 } from '@token04/core';
 * import { sealToken04 } from '@token04/core/testing';
 *
 * const token = sealToken04({
 *   plaintext: 'not JSON',
 *   expire: 1700003600,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   mode: 'cbc',
 *   iv: new Uint8Array(16),
 * });
 * inspectToken04(token).ciphertextLength; // → 16
 * ```
 */
export function sealToken04(options: SealOptions): string {
  return sealParts(readSealOptions(options));
}

/**
 * A token of given claims with a given IV, its plaintext as official Node.js would make it. **For
 * test vectors only**, as `sealToken04`.
 *
 * @throws Token04Error `ERR_TOKEN04_APP_ID`, `ERR_TOKEN04_SECRET`, `ERR_TOKEN04_TOO_LARGE` or
 * `ERR_TOKEN04_ARGUMENT`.
 *
 * @example
 * ```js
 * import { decodeToken04 } from '@token04/core';
 * import { encodeToken04 } from '@token04/core/testing';
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
 * const claims = { appId: 1, userId: 'demo', ctime: 0, expire: 60, nonce: -1, payload: '' };
 * const token = encodeToken04({ claims, serverSecret, mode: 'gcm', iv: new Uint8Array(12) });
 * decodeToken04(token, serverSecret).claims.nonce; // → -1
 * ```
 */
export function encodeToken04(options: EncodeOptions): string {
  return sealParts(readEncodeOptions(options));
}

function sealParts({ secretBytes, mode, iv, plaintext, expire }: Parts): string {
  const key = createSecretKey(secretBytes);
  const parts = mode === 'cbc' ? encryptCbc(key, iv, plaintext) : encryptGcm(key, iv, plaintext);
  return writeVector({ expire, mode, iv, ciphertext: Buffer.concat(parts) });
}

function encryptCbc(key: KeyObject, iv: Uint8Array, plaintext: Uint8Array): Buffer[] {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return [cipher.update(plaintext), cipher.final()];
}

function encryptGcm(key: KeyObject, iv: Uint8Array, plaintext: Uint8Array): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return [cipher.update(plaintext), cipher.final(), cipher.getAuthTag()];
}
