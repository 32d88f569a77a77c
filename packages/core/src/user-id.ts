import { argumentError, describeKind, isWellFormed, oneOf } from './lib/arguments.ts';
import { PORTABLE } from './lib/portable-id.ts';

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

/** docs/specification.md, 8. */
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
