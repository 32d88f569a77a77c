import { isText, oneOf, type Rule, rule, upToBytes } from './lib/arguments.ts';
import { PORTABLE } from './lib/portable-id.ts';

/** The products of ZEGO, each with rules of its own; `'portable'` fits them all. */
export type UserIdProfile =
  | 'express-native'
  | 'express-web'
  | 'zim'
  | 'uikit'
  | 'aiagent'
  | 'portable';

const matching = (pattern: RegExp): Rule<string> =>
  rule(
    `a string like ${pattern.source}`,
    (value) => isText(value) && pattern.test(value),
    'ERR_TOKEN04_USER_ID',
  );

/** docs/specification.md, 8. */
const PROFILES: { readonly [profile in UserIdProfile]: Rule<string> } = {
  'express-native': /* @__PURE__ */ upToBytes(63),
  'express-web': /* @__PURE__ */ upToBytes(64),
  zim: /* @__PURE__ */ matching(/^[\w!#$%&()+\-:;<=.>?@[\]^{}|~]{1,32}$/),
  uikit: /* @__PURE__ */ matching(PORTABLE),
  aiagent: /* @__PURE__ */ matching(/^[\w-]{1,32}$/),
  portable: /* @__PURE__ */ matching(PORTABLE),
};

const profileArgument: Rule<UserIdProfile> = /* @__PURE__ */ oneOf(
  /* @__PURE__ */ Object.keys(PROFILES) as UserIdProfile[],
);

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
  return PROFILES[profileArgument(profile, 'profile')](userId, 'userId');
}
