import { createHash } from 'node:crypto';
import { bytesToHash, hashedUserId, isSafe, readAnyString } from '../ids.ts';

/**
 * A userId that every product takes, the same for the same string: the string itself where it is
 * portable, else `u_` and 30 characters of its SHA-256, so that nobody can pick a string which
 * leads to someone else's ID. Longer keys, such as UUIDs and mail addresses, become safe so.
 *
 * @throws Token04Error `ERR_TOKEN04_USER_ID` where it is not a string
 *
 * @example
 * ```js
 * import { safeUserId } from '@token04/core';
 *
 * safeUserId('demo'); // → 'demo'
 * safeUserId('demo@example.com').length; // → 32
 * ```
 */
export function safeUserId(anyString: string): string {
  const text = readAnyString(anyString, 'anyString');
  if (isSafe(text)) return text;
  return hashedUserId(createHash('sha256').update(bytesToHash(text)).digest());
}
