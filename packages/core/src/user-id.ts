import { sha256 } from '@noble/hashes/sha2.js';
import { argumentError, describeKind, isWellFormed, oneOf } from './lib/arguments.ts';

/** The products of ZEGO, each with rules of its own; `'portable'` fits them all. */
export type UserIdProfile =
  | 'express-native'
  | 'express-web'
  | 'zim'
  | 'uikit'
  | 'aiagent'
  | 'portable';

interface Rule {
  readonly expected: string;
  fits(userId: string): boolean;
}

const PORTABLE = /^[0-9A-Za-z_]{1,32}$/;

/** format.md, 8. */
const RULES: { readonly [profile in UserIdProfile]: Rule } = {
  'express-native': upToBytes(63),
  'express-web': upToBytes(64),
  zim: pattern(
    /^[0-9A-Za-z!#$%&()+\-:;<=.>?@[\]^_{}|~]{1,32}$/,
    '1 to 32 of 0-9 A-Z a-z !#$%&()+-:;<=.>?@[]^_{}|~',
  ),
  uikit: pattern(PORTABLE, '1 to 32 of 0-9 A-Z a-z _'),
  aiagent: pattern(/^[0-9A-Za-z_-]{1,32}$/, '1 to 32 of 0-9 A-Z a-z _ -'),
  portable: pattern(PORTABLE, '1 to 32 of 0-9 A-Z a-z _'),
};

const PROFILES = Object.keys(RULES) as UserIdProfile[];

/** 19 bytes are 152 bits, which 30 digits of base 36 hold. */
const HASH_BYTES = 19;
const HASH_DIGITS = 30;
const HASHED = /^u_[0-9a-z]{30}$/;

/**
 * The userId, if a product of ZEGO's takes it. Tokens carry any ID, and a client is refused later.
 *
 * @throws Token04Error `ERR_TOKEN04_USER_ID`, or `ERR_TOKEN04_ARGUMENT` for the profile
 *
 * @example
 * ```js
 * import { checkUserId } from '@token04/core';
 *
 * checkUserId('demo_1', 'portable'); // → 'demo_1'
 * checkUserId('demo-1', 'aiagent'); // → 'demo-1'
 * ```
 */
export function checkUserId(userId: string, profile: UserIdProfile): string {
  const { expected, fits } = RULES[oneOf(profile, PROFILES, 'profile')];
  if (typeof userId !== 'string' || !isWellFormed(userId) || !fits(userId)) {
    throw argumentError(
      'ERR_TOKEN04_USER_ID',
      'userId',
      `what ${profile} takes (${expected})`,
      describeKind(userId),
    );
  }
  return userId;
}

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

function pattern(expression: RegExp, expected: string): Rule {
  return { expected, fits: (userId) => expression.test(userId) };
}

function upToBytes(maximum: number): Rule {
  return {
    expected: `1 to ${maximum} UTF-8 bytes`,
    fits: (userId) =>
      userId.length > 0 &&
      userId.length <= maximum &&
      new TextEncoder().encode(userId).length <= maximum,
  };
}
