import type { RoomIdProfile, UserIdProfile } from '@token04/core/format';
import { checkRoomId, checkStreamId, checkUserId } from '@token04/core/web';
import { type Finding, finding } from '../findings.ts';
import { isObject, parse } from '../json.ts';
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

/** Rooms and streams, those of the token and those that were asked for, that Express would refuse. */
export function roomIdFindings(rooms: readonly string[], streams: readonly string[]): Finding[] {
  const roomFault = firstFault(rooms, (id, profile) => checkRoomId(id, profile));
  const streamFault = firstFault(streams, (id, profile) => checkStreamId(id, profile));
  return [
    ...(roomFault ? refused('room-id-profile', roomFault.by, roomFault.id, false) : []),
    ...(streamFault ? refused('stream-id-profile', streamFault.by, streamFault.id, false) : []),
  ];
}

/** The rooms and streams of a payload and of what was asked for. */
export function idsOf(
  payload: string,
  { roomId, streamId }: DiagnoseOptions,
): { rooms: string[]; streams: string[] } {
  const json = parse(payload);
  const { room_id: own, stream_id_list: list } = isObject(json) ? json : {};
  const isId = (id: unknown): id is string => typeof id === 'string' && id !== '';
  return {
    rooms: [roomId, own].filter(isId),
    streams: [streamId, ...(Array.isArray(list) ? list.slice(0, MOST_STREAMS) : [])].filter(isId),
  };
}

function firstFault(
  ids: readonly string[],
  check: (id: string, profile: RoomIdProfile) => void,
): { id: string; by: RoomIdProfile[] } | undefined {
  for (const id of ids) {
    const by = ROOM_PROFILES.filter((profile) => !isTaken(() => check(id, profile)));
    if (by.length > 0) return { id, by };
  }
  return undefined;
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
