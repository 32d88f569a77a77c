import { demand, isText, isUpToBytes, oneOf } from './lib/arguments.ts';
import { PORTABLE } from './lib/portable-id.ts';

/** The products of ZEGO, each with rules of its own; `'portable'` fits them all. */
export type UserIdProfile =
  | 'express-native'
  | 'express-web'
  | 'zim'
  | 'uikit'
  | 'aiagent'
  | 'portable';

/** docs/specification.md, 8: a pattern, or the most UTF-8 bytes. */
const RULES: { readonly [profile in UserIdProfile]: RegExp | number } = {
  'express-native': 63,
  'express-web': 64,
  zim: /^[0-9A-Za-z!#$%&()+\-:;<=.>?@[\]^_{}|~]{1,32}$/,
  uikit: PORTABLE,
  aiagent: /^[0-9A-Za-z_-]{1,32}$/,
  portable: PORTABLE,
};

const PROFILES = /* @__PURE__ */ Object.keys(RULES) as UserIdProfile[];

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
  const rule = RULES[oneOf(profile, PROFILES, 'profile')];
  const fits =
    isText(userId) && (typeof rule === 'number' ? isUpToBytes(userId, rule) : rule.test(userId));
  const expected = `what ${profile} takes, ${typeof rule === 'number' ? `1 to ${rule} bytes` : rule.source}`;
  return demand(fits, userId, 'userId', expected, 'ERR_TOKEN04_USER_ID');
}
