import {
  type EncodeOptions,
  type Parts,
  readEncodeOptions,
  readSealOptions,
  type SealOptions,
  writeVector,
} from '../token/vector.ts';
import { prepareKey, sealWithIv } from './cipher.ts';

/**
 * A token around a given plaintext with a given IV. **For test vectors only**: an IV that is chosen
 * or used twice breaks both modes. The plaintext is not looked at.
 *
 * @throws Token04Error `ERR_TOKEN04_SECRET`, `ERR_TOKEN04_TOO_LARGE` or `ERR_TOKEN04_ARGUMENT`.
 *
 * @example
 * ```js
 * import { inspectToken04 } from '@token04/core/web';
 * import { sealToken04 } from '@token04/core/web/testing';
 *
 * const token = await sealToken04({
 *   plaintext: 'not JSON',
 *   expire: 1700003600,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   mode: 'cbc',
 *   iv: new Uint8Array(16),
 * });
 * inspectToken04(token).ciphertextLength; // → 16
 * ```
 */
export async function sealToken04(options: SealOptions): Promise<string> {
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
 * import { decodeToken04 } from '@token04/core/web';
 * import { encodeToken04 } from '@token04/core/web/testing';
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
 * const claims = { appId: 1, userId: 'demo', ctime: 0, expire: 60, nonce: -1, payload: '' };
 * const token = await encodeToken04({ claims, serverSecret, mode: 'gcm', iv: new Uint8Array(12) });
 * (await decodeToken04(token, serverSecret)).claims.nonce; // → -1
 * ```
 */
export async function encodeToken04(options: EncodeOptions): Promise<string> {
  return sealParts(readEncodeOptions(options));
}

async function sealParts({ secretBytes, mode, iv, plaintext, expire }: Parts): Promise<string> {
  const ciphertext = await sealWithIv(prepareKey(secretBytes), mode, iv, plaintext);
  return writeVector({ expire, mode, iv, ciphertext });
}
