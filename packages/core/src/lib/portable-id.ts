import { demand } from './arguments.ts';

/** What every product of ZEGO's takes (docs/specification.md, 8). */
export const PORTABLE = /^[0-9A-Za-z_]{1,32}$/;

/** 30 digits of base 32, so 150 bits of the hash. */
const HASHED = /^u_[0-9a-v]{30}$/;

/** The string itself where it is portable, else `u_` and 30 characters of its hash. */
export function portableId(anyString: unknown, sha256: (bytes: Uint8Array) => Uint8Array): string {
  const isString = typeof anyString === 'string';
  const text = demand<string>(isString, anyString, 'anyString', 'a string', 'ERR_TOKEN04_USER_ID');
  // What looks hashed is hashed again, or it could be chosen to be the hash of another.
  if (PORTABLE.test(text) && !HASHED.test(text)) return text;
  // JSON tells apart the ill-formed strings, which are the same in UTF-8.
  const hash = sha256(new TextEncoder().encode(JSON.stringify(text)));
  return `u_${Array.from(hash.subarray(0, 30), (byte) => (byte % 32).toString(32)).join('')}`;
}
