// Whether a payload lets its user into a room (docs/specification.md, 5).
import { readFields } from './check/fields.ts';
import { oneOf, optional, type Reader, readBoolean, readString } from './check/rules.ts';
import { NO_PRIVILEGES, type NoPrivileges, readPayload } from './room.ts';

/**
 * Which operations the room checks, a setting beside the token. `'both'` fails closed.
 * `'from-privileges'` is the other reading that ZEGO's texts have: what bit is 1 is checked, and what
 * bit is 0 is free.
 */
export type RoomChecks = 'login' | 'publish' | 'both' | 'from-privileges';

export interface AuthorizeOptions {
  /** The room asked for, compared exactly. The empty string matches no room. */
  roomId: string;
  /** `'both'` unless given. */
  checks?: RoomChecks;
  /** Deny an identity token, whose payload is empty; false unless given. */
  requirePrivileges?: boolean;
}

/** Why an action is allowed or denied. Stable: programs and translations go by it. */
export type DecisionCode =
  | 'allowed'
  | 'not-checked'
  | 'room-mismatch'
  | 'not-granted'
  | 'stream-not-listed'
  | NoPrivileges;

export interface Decision {
  allowed: boolean;
  code: DecisionCode;
  /** The code in a sentence. */
  reason: string;
}

export interface RoomAuthorization {
  login: Decision;
  publish(streamId: string): Decision;
  warnings: string[];
}

type Action = 'login' | 'publish';

export const readRoomChecks: Reader<RoomChecks> = /* @__PURE__ */ oneOf([
  'login',
  'publish',
  'both',
  'from-privileges',
]);

const AUTHORIZE_READERS = {
  roomId: readString,
  checks: /* @__PURE__ */ optional(readRoomChecks, 'both'),
  requirePrivileges: /* @__PURE__ */ optional(readBoolean, false),
};

/**
 * Whether the payload of a verified token lets its user into a room and publish there, as ZEGO's
 * server decides it. A payload that cannot be read denies everything; an action that the rule does
 * not check is allowed, whatever the room. ZEGO's server checks privileges only in apps for which its
 * support has enabled it.
 *
 * @throws Token04Error `ERR_TOKEN04_PAYLOAD` for a payload that is no string, and
 * `ERR_TOKEN04_ARGUMENT` for an option, also one that is present but undefined, or a streamId that
 * is no string.
 *
 * @example
 * ```js
 * import { authorizeRoom, roomPayload } from '@token04/core';
 *
 * const payload = roomPayload({ roomId: 'demo', publish: true, streamIds: ['cam'] });
 * const room = authorizeRoom(payload, { roomId: 'demo' });
 * room.login.allowed; // → true
 * room.publish('cam').allowed; // → true
 * room.publish('screen').code; // → 'stream-not-listed'
 * room.publish('screen').reason; // → 'the stream is not in stream_id_list'
 * ```
 */
export function authorizeRoom(payload: string, options: AuthorizeOptions): RoomAuthorization {
  const { privileges, fault } = readPayload(payload);
  const { roomId, checks, requirePrivileges } = readFields(
    options,
    'options',
    AUTHORIZE_READERS,
    'refused',
  );
  const isFree = fault === 'identity-token' && !requirePrivileges;

  const decide = (action: Action, streamId?: string): Decision => {
    if (privileges === undefined) return decision(isFree, fault, NO_PRIVILEGES[fault]);
    const bit = privileges[action];
    if (checks === 'from-privileges' ? bit === 0 : checks !== 'both' && checks !== action) {
      return decision(true, 'not-checked', `the rule does not check ${action}`);
    }
    if (roomId !== privileges.roomId) {
      return decision(false, 'room-mismatch', 'the token is for another room');
    }
    if (bit !== 1) return decision(false, 'not-granted', `the token does not allow ${action}`);
    if (streamId !== undefined && privileges.streamIds?.includes(streamId) === false) {
      return decision(false, 'stream-not-listed', 'the stream is not in stream_id_list');
    }
    return decision(true, 'allowed', `the token allows ${action}`);
  };
  return {
    login: decide('login'),
    publish: (streamId) => decide('publish', readString(streamId, 'streamId')),
    warnings: privileges ? privileges.warnings : isFree ? [] : [NO_PRIVILEGES[fault]],
  };
}

function decision(allowed: boolean, code: DecisionCode, reason: string): Decision {
  return { allowed, code, reason };
}
