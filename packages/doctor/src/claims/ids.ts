import { faultOfId } from '@token04/core/check';
import {
  type IdRule,
  ROOM_ID_RULES,
  type RoomIdProfile,
  STREAM_ID_RULES,
  USER_ID_RULES,
} from '@token04/core/format';
import { type Finding, finding } from '../findings.ts';
import { isNotSet } from '../input/instead.ts';
import { namesIn } from '../json.ts';
import type { DiagnoseOptions } from '../options.ts';
import { PRODUCTS } from '../products.ts';

const ALL_PROFILES = /* @__PURE__ */ Object.values(PRODUCTS).flatMap(({ userIds }) => userIds);
/** The rooms of every product but ZIM's are those of Express. */
const ROOM_PROFILES: readonly RoomIdProfile[] = ['express-native', 'express-web'];
/** A list can be long; one bad stream is enough to be named. */
const MOST_STREAMS = 100;

/** A userId that would be refused, or was never set. */
export function* userIdFindings(userId: string, options: DiagnoseOptions): Generator<Finding> {
  const { service, userIdProfiles } = options;
  const own = service && PRODUCTS[service].userIds;
  const profiles = [...new Set(userIdProfiles ?? own ?? ALL_PROFILES)];
  yield* refusals('user-id-profile', USER_ID_RULES, [userId], profiles, own);
  yield* notSet('user-id-not-set', userId, options.userId);
}

/** Rooms and streams, those of the token and those that were asked for, as Express takes them. */
export function* roomIdFindings(payload: string, options: DiagnoseOptions): Generator<Finding> {
  const { roomId = '', streamId = '', service } = options;
  const { roomId: ownRoomId, streamIds } = namesIn(payload);
  yield* notSet('room-id-not-set', ownRoomId, options.roomId);
  const rooms = [roomId, ownRoomId ?? ''];
  const streams = [streamId, ...streamIds.slice(0, MOST_STREAMS)];
  const own = service && ROOM_PROFILES;
  yield* refusals('room-id-profile', ROOM_ID_RULES, rooms, ROOM_PROFILES, own);
  yield* refusals('stream-id-profile', STREAM_ID_RULES, streams, ROOM_PROFILES, own);
}

/** An ID that was never set; beside another that was expected, the difference says it already. */
function* notSet(
  id: 'user-id-not-set' | 'room-id-not-set',
  own: string | undefined,
  expected = own,
): Generator<Finding> {
  if (own === expected && own && isNotSet(own)) yield finding(id, { text: own });
}

/** The worst of some IDs: an error where all of the product that was asked for refuse it, else a warning. */
function* refusals<Profile extends string>(
  id: 'user-id-profile' | 'room-id-profile' | 'stream-id-profile',
  rules: { readonly [profile in Profile]: IdRule },
  ids: readonly string[],
  profiles: readonly Profile[],
  own: readonly Profile[] | undefined,
): Generator<Finding> {
  const [worst] = ids
    .filter((each) => each !== '')
    .map((each) => ({
      length: each.length,
      refusing: profiles.filter((profile) => faultOfId(each, rules[profile], profile)),
    }))
    .sort((one, other) => other.refusing.length - one.refusing.length);
  if (!worst?.refusing.length) return;
  const { length, refusing } = worst;
  const isOfAll = own?.every((profile) => refusing.includes(profile));
  yield finding(id, { profiles: refusing.join(', '), length }, isOfAll ? 'error' : 'warning');
}
