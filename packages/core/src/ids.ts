// Which IDs ZEGO's products take (docs/specification.md, 8).

import { utf8 } from './check/arguments.ts';
import { describe, describeCharacter, isFilledText } from './check/describe.ts';
import { argumentError, oneOf, type Reader, string } from './check/rules.ts';
import type { Token04ErrorCode } from './errors.ts';
import {
  type IdRule,
  ROOM_ID_RULES,
  type RoomIdProfile,
  STREAM_ID_RULES,
  type StreamIdProfile,
  USER_ID_RULES,
  type UserIdProfile,
} from './format/products.ts';

/**
 * The userId, if a product of ZEGO's takes it. Tokens carry any ID, and a client is refused later.
 *
 * @param profile a product, or `'portable'` for what every product takes
 * @throws Token04Error `ERR_TOKEN04_USER_ID`, or `ERR_TOKEN04_ARGUMENT` for the profile
 *
 * @example
 * ```js
 * import { checkUserId } from '@token04/core';
 *
 * checkUserId('demo-1', 'ai-agent'); // → 'demo-1'
 * try {
 *   checkUserId('auth0|x', 'express-web');
 * } catch (error) {
 *   error.message.endsWith('got a string with "|"'); // → true
 * }
 * ```
 */
export function checkUserId(userId: string, profile: UserIdProfile): string {
  const rule = ruleOf(USER_ID_RULES, profile);
  return checkId(userId, 'userId', profile, rule, 'ERR_TOKEN04_USER_ID');
}

/**
 * The roomId, if a product of ZEGO's takes it.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { checkRoomId } from '@token04/core';
 *
 * checkRoomId('room-1', 'portable'); // → 'room-1'
 * ```
 */
export function checkRoomId(roomId: string, profile: RoomIdProfile): string {
  return checkId(roomId, 'roomId', profile, ruleOf(ROOM_ID_RULES, profile));
}

/**
 * The streamId, if a product of ZEGO's takes it.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { checkStreamId } from '@token04/core';
 *
 * checkStreamId('camera_1', 'express-web'); // → 'camera_1'
 * ```
 */
export function checkStreamId(streamId: string, profile: StreamIdProfile): string {
  return checkId(streamId, 'streamId', profile, ruleOf(STREAM_ID_RULES, profile));
}

function ruleOf<P extends string>(
  rules: { readonly [profile in P]: IdRule },
  profile: unknown,
): IdRule {
  return rules[oneOf(Object.keys(rules) as P[])(profile, 'profile')];
}

function checkId(
  id: string,
  argument: string,
  profile: string,
  rule: IdRule,
  code?: Token04ErrorCode,
): string {
  const got = describeBadId(id, rule);
  if (got === undefined) return id;
  const expected = `1 to ${rule.maximum} of A-Z, a-z, 0-9, ${rule.others} (${profile})`;
  throw argumentError(argument, expected, got, code);
}

/**
 * What came, with the character at fault, of which one alone can be no secret; undefined where the
 * rule takes it.
 */
function describeBadId(id: unknown, { maximum, others }: IdRule): string | undefined {
  if (!isFilledText(id)) return describe(id);
  for (const each of id) {
    if (!/[0-9A-Za-z]/.test(each) && !others.includes(each)) {
      return `a string with ${describeCharacter(each)}`;
    }
  }
  return id.length > maximum ? describe(id) : undefined;
}

/** What `safeUserId` makes of a hash: 120 bits, so to find a string for someone's ID takes 2^120 trials. */
const HASHED = /^u_[0-9a-f]{30}$/;

/** The string that `safeUserId` was given. */
export const readAnyString: Reader<string> = /* @__PURE__ */ string('ERR_TOKEN04_USER_ID');

/** Whether `safeUserId` keeps a string. What looks hashed is not, or it could be someone else's. */
export function isSafe(text: string): boolean {
  return describeBadId(text, USER_ID_RULES.portable) === undefined && !HASHED.test(text);
}

/** What is hashed: JSON tells apart the ill-formed strings, which are the same in UTF-8. */
export function bytesToHash(text: string): Uint8Array {
  return utf8.encode(JSON.stringify(text));
}

export function hashedUserId(sha256: Uint8Array): string {
  const digits = Array.from(sha256, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `u_${digits.slice(0, 30)}`;
}
