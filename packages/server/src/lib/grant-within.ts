import { argumentError, describe, isRecord } from '@token04/core/check';
import { MAX_EFFECTIVE_TIME_IN_SECONDS } from '@token04/core/format';
import { roomPayload } from '@token04/core/web';
import * as v from 'valibot';
import { aBoolean, aNumber, aString, checkFields } from './arguments.ts';
import type { Grant } from './options.ts';
import type { Wanted } from './wanted.ts';

/** The most that a user may have. What is not said is not allowed. */
export interface Limits {
  readonly userId: string;
  /** The rooms to enter, or `'any'`. */
  readonly rooms: readonly string[] | 'any';
  /** May publish in these rooms; false unless given. */
  readonly publish?: boolean | undefined;
  /** The streams that may be published; any unless given. Not empty: that would mean any. */
  readonly streamIds?: readonly string[] | undefined;
  /**
   * May have an identity token (ZIM needs it). It names no room, and so is good for every room and
   * for publishing: with true, `rooms`, `publish` and `streamIds` bind nobody who leaves the room
   * out. False unless given.
   */
  readonly identityToken?: boolean | undefined;
  /** The longest that a token may be good; also for a client that does not say how long. */
  readonly maxEffectiveTimeInSeconds: number;
}

const schema = v.strictObject({
  userId: aString,
  // A string has `includes` as well, and would let everyone into rooms of a part of its name.
  rooms: v.union([v.literal('any'), v.array(v.string())], "a list of room IDs, or 'any'"),
  publish: v.optional(aBoolean, false),
  streamIds: v.optional(
    v.pipe(
      v.array(v.string('a string'), 'a list of stream IDs'),
      v.minLength(1, 'a list of stream IDs that is not empty'),
    ),
  ),
  identityToken: v.optional(aBoolean, false),
  maxEffectiveTimeInSeconds: aNumber(1, MAX_EFFECTIVE_TIME_IN_SECONDS),
});

/**
 * What is wanted, if it lies within the limits, for `grant` to return; null where it does not. A
 * longer time is cut to the longest; anything else that is too much refuses all. Where the client
 * does not say, it logs in and does not publish.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT` for limits that are malformed, among them an empty list
 * of streams
 *
 * @example
 * ```js
 * import { grantWithin } from '@token04/server';
 *
 * const limits = { userId: 'demo', rooms: ['r1'], maxEffectiveTimeInSeconds: 3600 };
 * grantWithin(limits, { roomId: 'r1', effectiveTimeInSeconds: 86400 });
 * // → { userId: 'demo', effectiveTimeInSeconds: 3600, payload: '{"room_id":"r1","privilege":{"1":1,"2":0},"stream_id_list":null}' }
 * grantWithin(limits, { roomId: 'r2' }); // → null
 * grantWithin(limits, { roomId: 'r1', publish: true }); // → null
 * ```
 */
export function grantWithin(limits: Limits, wanted: Wanted = {}): Grant | null {
  if (!isRecord(wanted)) {
    throw argumentError('wanted', 'an object, as grant gets it', describe(wanted));
  }
  return grantWithinChecked(checkFields(schema, limits, 'limits'), wanted);
}

/** For limits that were checked before. */
export function grantWithinChecked(most: Limits, wanted: Wanted): Grant | null {
  if (wanted.userId !== undefined && wanted.userId !== most.userId) return null;
  const payload = payloadWithin(most, wanted);
  if (payload === null) return null;
  const longest = most.maxEffectiveTimeInSeconds;
  return {
    userId: most.userId,
    effectiveTimeInSeconds: Math.min(wanted.effectiveTimeInSeconds ?? longest, longest),
    payload,
  };
}

function payloadWithin(most: Limits, wanted: Wanted): string | null {
  const { roomId, login = true, publish = false, streamIds = most.streamIds } = wanted;
  if (roomId === undefined) return most.identityToken && !publish ? '' : null;
  if (most.rooms !== 'any' && !most.rooms.includes(roomId)) return null;
  if (publish && !most.publish) return null;
  if (most.streamIds && !streamIds?.every((id) => most.streamIds?.includes(id))) return null;
  return roomPayload({ roomId, login, publish, streamIds: (publish && streamIds) || null });
}
