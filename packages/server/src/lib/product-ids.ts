import { faultOfId, isRecord } from '@token04/core/check';
import {
  type IdRule,
  ROOM_ID_RULES,
  type RoomIdProfile,
  STREAM_ID_RULES,
  USER_ID_RULES,
  type UserIdProfile,
} from '@token04/core/format';
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
    firstFault('userId', [userId], profiles, USER_ID_RULES) ??
    firstFault('roomId', roomId, ofRooms, ROOM_ID_RULES) ??
    firstFault('streamIds', streamIds, ofRooms, STREAM_ID_RULES)
  );
}

function firstFault<P extends string>(
  field: BadId['field'],
  ids: readonly string[],
  profiles: readonly P[],
  rules: { readonly [profile in P]: IdRule },
): BadId | undefined {
  for (const id of ids) {
    for (const profile of profiles) {
      const fault = faultOfId(id, rules[profile], profile);
      if (fault !== undefined)
        return { field, detail: `must be ${fault.expected}, got ${fault.got}` };
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
