import { isRecord } from '@token04/core/check';
import { type RoomIdProfile, USER_ID_RULES, type UserIdProfile } from '@token04/core/format';
import { checkRoomId, checkStreamId, checkUserId, Token04Error } from '@token04/core/web';
import type { Grant } from './options.ts';

/** Whose SDK a client uses; `'portable'` is what every product takes. */
export type IdProfile = Exclude<UserIdProfile, 'aiagent'>;

export const ID_PROFILES: readonly IdProfile[] = (
  Object.keys(USER_ID_RULES) as UserIdProfile[]
).filter((profile): profile is IdProfile => profile !== 'aiagent');

const EXPRESS: readonly RoomIdProfile[] = ['express-native', 'express-web'];

/** By whose rules rooms and streams go: a product without rules of its own is built on Express. */
const ROOM_PROFILES: { readonly [profile in IdProfile]: readonly RoomIdProfile[] } = {
  'express-native': ['express-native'],
  'express-web': ['express-web'],
  // ZIM's tokens name no room.
  zim: [],
  uikit: EXPRESS,
  'ai-agent': EXPRESS,
  portable: ['portable'],
};

/** An ID of a token that a product would refuse. It is not said which: IDs belong to users. */
export interface BadId {
  readonly field: 'userId' | 'roomId' | 'streamIds';
  /** What is allowed there, by which product's rules, and the character at fault if it is one. */
  readonly detail: string;
}

/**
 * The first ID of a grant that one of the products would refuse; undefined where all would take all.
 * Any ID makes a token, and the client is refused later with a code that does not say why.
 */
export function badIdOf(
  { userId, payload = '' }: Grant,
  profiles: readonly IdProfile[],
): BadId | undefined {
  const { roomId, streamIds } = idsOf(payload);
  const ofRooms = [...new Set(profiles.flatMap((profile) => ROOM_PROFILES[profile]))];
  return (
    firstFault('userId', [userId], profiles, checkUserId) ??
    firstFault('roomId', roomId, ofRooms, checkRoomId) ??
    firstFault('streamIds', streamIds, ofRooms, checkStreamId)
  );
}

function firstFault<P>(
  field: BadId['field'],
  ids: readonly string[],
  profiles: readonly P[],
  check: (id: string, profile: P) => string,
): BadId | undefined {
  for (const id of ids) {
    for (const profile of profiles) {
      try {
        check(id, profile);
      } catch (error) {
        if (!(error instanceof Token04Error)) throw error;
        // Behind the name of core's argument it says what must be.
        return { field, detail: error.message.slice(error.message.indexOf(' ') + 1) };
      }
    }
  }
  return undefined;
}

/** A payload of the app's own may be anything; what names no room and no streams has none. */
function idsOf(payload: string): { roomId: string[]; streamIds: string[] } {
  const json = parse(payload);
  const { room_id: roomId, stream_id_list: streamIds } = isRecord(json) ? json : {};
  return { roomId: strings([roomId]), streamIds: strings(streamIds) };
}

function strings(values: unknown): string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}

function parse(payload: string): unknown {
  try {
    return payload === '' ? undefined : JSON.parse(payload);
  } catch {
    return undefined;
  }
}
