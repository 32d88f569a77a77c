import sha256 from 'tiny-hashes/sha256/index.mjs';
import { portableId } from '../lib/portable-id.ts';

// tiny-hashes takes 0.5 kB of a bundle, and other libraries about 2; test/sha256.test.ts compares it
// with OpenSSL's.

/**
 * A userId that every product takes, the same for the same string: the string itself where it is
 * portable, else `u_` and 30 characters of its SHA-256, so that nobody can pick a string which
 * leads to someone else's ID. Longer keys, such as UUIDs and mail addresses, become safe so.
 *
 * Synchronous, which WebCrypto's SHA-256 is not: this one is the tiny-hashes package's.
 *
 * @throws Token04Error `ERR_TOKEN04_USER_ID` where it is not a string
 *
 * @example
 * ```js
 * import { safeUserId } from '@token04/core/web';
 *
 * safeUserId('demo'); // → 'demo'
 * safeUserId('demo@example.com').length; // → 32
 * ```
 */
export function safeUserId(anyString: string): string {
  return portableId(anyString, sha256);
}
