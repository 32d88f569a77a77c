import { argumentError, describeKind } from './arguments.ts';

/** What every product of ZEGO's takes (docs/specification.md, 8). */
export const PORTABLE = /^[0-9A-Za-z_]{1,32}$/;

/** 19 bytes are 152 bits, which 30 digits of base 36 hold. */
const HASH_BYTES = 19;
const HASH_DIGITS = 30;
const HASHED = /^u_[0-9a-z]{30}$/;

/** The string itself where it is portable, else `u_` and 30 characters of its hash. */
export function portableId(anyString: unknown, sha256: (bytes: Uint8Array) => Uint8Array): string {
  if (typeof anyString !== 'string') {
    throw argumentError('ERR_TOKEN04_USER_ID', 'anyString', 'a string', describeKind(anyString));
  }
  // What looks hashed is hashed again, or it could be chosen to be the hash of another.
  if (PORTABLE.test(anyString) && !HASHED.test(anyString)) return anyString;
  // UTF-16 units, for they tell apart what ill-formed strings would lose in UTF-8.
  const units = new Uint8Array(anyString.length * 2);
  for (let i = 0; i < anyString.length; i++) {
    const unit = anyString.charCodeAt(i);
    units[2 * i] = unit >> 8;
    units[2 * i + 1] = unit & 0xff;
  }
  let number = 0n;
  for (const byte of sha256(units).subarray(0, HASH_BYTES)) number = (number << 8n) | BigInt(byte);
  return `u_${number.toString(36).padStart(HASH_DIGITS, '0')}`;
}
