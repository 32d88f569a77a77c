// Which IDs ZEGO's products take (docs/specification.md, 8).

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
import { utf8 } from './format/utf8.ts';

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
  return checkId(userId, 'userId', USER_ID_RULES, profile, 'ERR_TOKEN04_USER_ID');
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
  return checkId(roomId, 'roomId', ROOM_ID_RULES, profile);
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
  return checkId(streamId, 'streamId', STREAM_ID_RULES, profile);
}

function checkId<P extends string>(
  id: string,
  argument: string,
  rules: { readonly [profile in P]: IdRule },
  profile: P,
  code?: Token04ErrorCode,
): string {
  const rule = rules[oneOf(Object.keys(rules) as P[])(profile, 'profile')];
  const got = describeBadId(id, rule);
  if (got === undefined) return id;
  throw argumentError(argument, describeIdRule(rule, profile), got, code);
}

/** What an ID must be, and what came in its place, of which one character at most is shown. */
export interface IdFault {
  readonly expected: string;
  readonly got: string;
}

/**
 * Why a product would refuse an ID; undefined where it takes it. As data, for those who tell it
 * in another form than the errors of `checkUserId`, `checkRoomId` and `checkStreamId`.
 *
 * @param profile what the rule is called in `expected`
 *
 * @example
 * ```js
 * import { faultOfId } from '@token04/core/check';
 * import { ROOM_ID_RULES } from '@token04/core/format';
 *
 * faultOfId('room 1', ROOM_ID_RULES.portable, 'portable');
 * // → { expected: '1 to 64 of A-Z, a-z, 0-9, _- (portable)', got: 'a string with "\\u{20}"' }
 * faultOfId('room-1', ROOM_ID_RULES.portable, 'portable'); // → undefined
 * ```
 */
export function faultOfId(id: unknown, rule: IdRule, profile: string): IdFault | undefined {
  const got = describeBadId(id, rule);
  return got === undefined ? undefined : { expected: describeIdRule(rule, profile), got };
}

function describeIdRule(rule: IdRule, profile: string): string {
  return `1 to ${rule.maximum} of A-Z, a-z, 0-9, ${rule.others} (${profile})`;
}

/**
 * What came, with the character at fault, of which one alone can be no secret; undefined where the
 * rule takes it.
 */
function describeBadId(id: unknown, rule: IdRule): string | undefined {
  if (!isFilledText(id)) return describe(id);
  for (const each of id) {
    if (!/[0-9A-Za-z]/.test(each) && !rule.others.includes(each)) {
      return `a string with ${describeCharacter(each)}`;
    }
  }
  return id.length > rule.maximum ? describe(id) : undefined;
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
  const digits = Array.from(sha256.subarray(0, 15), (byte) => byte.toString(16).padStart(2, '0'));
  return `u_${digits.join('')}`;
}
