import type { RoomIdProfile, UserIdProfile } from '@token04/core/format';
import { checkRoomId, checkStreamId, checkUserId } from '@token04/core/web';
import { type Finding, finding } from '../findings.ts';
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
export function userIdFindings(userId: string, options: DiagnoseOptions): Finding[] {
  const { service, userIdProfiles } = options;
  const own = service && PRODUCTS[service].userIds;
  const profiles = [...new Set(userIdProfiles ?? own ?? ALL_PROFILES)];
  const refusing = profiles.filter((profile) => !isTaken(() => checkUserId(userId, profile)));
  const isRefused = own?.every((profile) => refusing.includes(profile)) ?? false;
  return refused('user-id-profile', refusing, userId, isRefused);
}

/**
 * Rooms and streams, those of the token and those that were asked for, that Express would refuse: an
 * error where a product was asked for and each of its SDKs refuses one, else a warning.
 */
export function roomIdFindings(payload: string, options: DiagnoseOptions): Finding[] {
  const { roomId = '', streamId = '', service } = options;
  const own = namesIn(payload);
  const find = (
    id: 'room-id-profile' | 'stream-id-profile',
    ids: readonly string[],
    check: (id: string, profile: RoomIdProfile) => void,
  ): Finding[] => {
    const faults = ids
      .filter((each) => each !== '')
      .map((each) => ({ each, by: ROOM_PROFILES.filter((by) => !isTaken(() => check(each, by))) }));
    const [worst] = faults.sort((one, other) => other.by.length - one.by.length);
    if (!worst) return [];
    const isRefused = service !== undefined && worst.by.length === ROOM_PROFILES.length;
    return refused(id, worst.by, worst.each, isRefused);
  };
  return [
    ...find('room-id-profile', [roomId, own.roomId ?? ''], checkRoomId),
    ...find(
      'stream-id-profile',
      [streamId, ...own.streamIds.slice(0, MOST_STREAMS)],
      checkStreamId,
    ),
  ];
}

function refused(
  id: 'user-id-profile' | 'room-id-profile' | 'stream-id-profile',
  profiles: readonly string[],
  { length }: string,
  isRefused: boolean,
): Finding[] {
  if (profiles.length === 0) return [];
  const values = { profiles: profiles.join(', '), length };
  return [finding(id, values, isRefused ? 'error' : 'warning')];
}

function isTaken(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
