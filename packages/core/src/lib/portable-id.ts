import { stringArgument } from './arguments.ts';

/** What every product of ZEGO's takes (docs/specification.md, 8). */
export const PORTABLE = /^\w{1,32}$/;

/** 120 bits of the hash: to find a string for someone else's ID takes 2^120 trials. */
const HASHED = /^u_[0-9a-f]{30}$/;

/** The string itself where it is portable, else `u_` and 30 characters of its hash. */
export function portableId(anyString: unknown, sha256InHex: (text: string) => string): string {
  const text = stringArgument('ERR_TOKEN04_USER_ID')(anyString, 'anyString');
  // What looks hashed is hashed again, or it could be chosen to be the hash of another.
  if (PORTABLE.test(text) && !HASHED.test(text)) return text;
  // JSON tells apart the ill-formed strings, which are the same in UTF-8.
  return `u_${sha256InHex(JSON.stringify(text)).slice(0, 30)}`;
}
