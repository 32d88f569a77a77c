import { faultOfId } from '@token04/core/check';
import {
  ROOM_ID_RULES,
  type RoomIdProfile,
  STREAM_ID_RULES,
  USER_ID_RULES,
  type UserIdProfile,
} from '@token04/core/format';
import { type Finding, finding } from '../findings.ts';
import { isNotSet } from '../input/instead.ts';
import { namesIn } from '../json.ts';
import type { DiagnoseOptions } from '../options.ts';
import { PRODUCTS } from '../products.ts';

const ALL_PROFILES: readonly UserIdProfile[] = [
  'express-native',
  'express-web',
  'zim',
  'uikit',
  'ai-agent',
];
/** The rooms of every product but ZIM's are those of Express. */
const ROOM_PROFILES: readonly RoomIdProfile[] = ['express-native', 'express-web'];
/** A list can be long; one bad stream is enough to be named. */
const MOST_STREAMS = 100;

/** Who would refuse the userId: an error for the product that was asked for, else a warning. */
export function* userIdFindings(userId: string, options: DiagnoseOptions): Generator<Finding> {
  const { service, userIdProfiles } = options;
  const own = service && PRODUCTS[service].userIds;
  const profiles = [...new Set(userIdProfiles ?? own ?? ALL_PROFILES)];
  const refusing = profiles.filter((profile) => faultOfId(userId, USER_ID_RULES[profile], profile));
  const isOfAll = own?.every((profile) => refusing.includes(profile)) ?? false;
  yield* refusals('user-id-profile', refusing, userId, isOfAll);
  yield* notSet('user-id-not-set', userId, options.userId);
}

/**
 * Rooms and streams, those of the token and those that were asked for, that Express would refuse: an
 * error where a product was asked for and each of its SDKs refuses one, else a warning.
 */
export function* roomIdFindings(payload: string, options: DiagnoseOptions): Generator<Finding> {
  const { roomId = '', streamId = '', service } = options;
  const own = namesIn(payload);
  yield* notSet('room-id-not-set', own.roomId, options.roomId);
  const ids = {
    'room-id-profile': { rules: ROOM_ID_RULES, given: [roomId, own.roomId ?? ''] },
    'stream-id-profile': {
      rules: STREAM_ID_RULES,
      given: [streamId, ...own.streamIds.slice(0, MOST_STREAMS)],
    },
  };
  for (const id of ['room-id-profile', 'stream-id-profile'] as const) {
    const { rules, given } = ids[id];
    const faults = given
      .filter((each) => each !== '')
      .map((each) => ({
        each,
        refusing: ROOM_PROFILES.filter((profile) => faultOfId(each, rules[profile], profile)),
      }));
    const [worst] = faults.sort((one, other) => other.refusing.length - one.refusing.length);
    const isOfAll = service !== undefined && worst?.refusing.length === ROOM_PROFILES.length;
    if (worst) yield* refusals(id, worst.refusing, worst.each, isOfAll);
  }
}

/** An ID that was never set; beside another that was expected, the difference says it already. */
function* notSet(
  id: 'user-id-not-set' | 'room-id-not-set',
  own: string | undefined,
  expected = own,
): Generator<Finding> {
  if (own === expected && own && isNotSet(own)) yield finding(id, { text: own });
}

function* refusals(
  id: 'user-id-profile' | 'room-id-profile' | 'stream-id-profile',
  refusing: readonly string[],
  { length }: string,
  isOfAll: boolean,
): Generator<Finding> {
  if (refusing.length === 0) return;
  yield finding(id, { profiles: refusing.join(', '), length }, isOfAll ? 'error' : 'warning');
}
