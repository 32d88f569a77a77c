import { bytesToHash, hashedUserId, isSafe, readAnyString } from '../ids.ts';

/**
 * A userId that every product takes, the same for the same string: the string itself where it is
 * portable, else `u_` and 30 characters of its SHA-256, so that nobody can pick a string which
 * leads to someone else's ID. Longer keys, such as UUIDs and mail addresses, become safe so.
 *
 * A promise, unlike that of `@token04/core`, since WebCrypto's SHA-256 gives one.
 *
 * @throws Token04Error `ERR_TOKEN04_USER_ID` where it is not a string
 *
 * @example
 * ```js
 * import { safeUserId } from '@token04/core/web';
 *
 * await safeUserId('demo'); // → 'demo'
 * (await safeUserId('demo@example.com')).length; // → 32
 * ```
 */
export async function safeUserId(anyString: string): Promise<string> {
  const text = readAnyString(anyString, 'anyString');
  if (isSafe(text)) return text;
  const bytes = bytesToHash(text) as BufferSource;
  return hashedUserId(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
