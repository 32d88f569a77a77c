import { Token04Error } from './errors.ts';
import {
  booleanArgument,
  filledArgument,
  isArray,
  listOf,
  oneOf,
  optional,
  readFields,
  stringArgument,
  upToBytes,
} from './lib/arguments.ts';
import { type JsonFields, jsonFields } from './lib/json.ts';

/** The privileges of a room token. */
export interface RoomPrivileges {
  /** Under 128 UTF-8 bytes, not empty. */
  roomId: string;
  /** May log in to the room. */
  login: boolean;
  /** May publish streams in the room. */
  publish: boolean;
  /** The streams that may be published; absent or null for any. Not empty: that would mean any. */
  streamIds?: readonly string[] | null | undefined;
}

/** A payload as it was read. */
export interface ParsedRoomPayload {
  roomId: string;
  login: boolean;
  publish: boolean;
  /** null: stream IDs are not checked. An empty list: none is allowed, as the list is malformed. */
  streamIds: string[] | null;
  /** What is odd about the payload, in sentences; what it says of odd privileges counts as no. */
  warnings: string[];
}

/**
 * Which operations the room checks, a setting beside the token (docs/specification.md, 5).
 * `'both'` fails closed. `'from-privileges'` is the other reading that ZEGO's texts have: what bit is 1 is
 * checked, and what bit is 0 is free.
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

export interface Decision {
  allowed: boolean;
  /** Why, in a sentence. */
  reason: string;
}

export interface RoomAuthorization {
  login: Decision;
  publish(streamId: string): Decision;
  warnings: string[];
}

type Action = 'login' | 'publish';

/** What a payload says, with its bits as they are: undefined where one is malformed. */
interface Reading extends Omit<ParsedRoomPayload, Action> {
  login: 0 | 1 | undefined;
  publish: 0 | 1 | undefined;
}

const roomIdArgument = /* @__PURE__ */ upToBytes(127, 'ERR_TOKEN04_ARGUMENT');

/**
 * The payload of a room token (docs/specification.md, 5), for the `payload` of a request.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`, with `argument` `'roomId'`, `'login'`, `'publish'`
 * or `'streamIds'`.
 *
 * @example
 * ```js
 * import { roomPayload } from '@token04/core';
 *
 * roomPayload({ roomId: 'demo', login: true, publish: false });
 * // → '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}'
 * ```
 */
export function roomPayload(privileges: RoomPrivileges): string {
  const { roomId, login, publish, streamIds } = readFields(privileges, 'privileges', {
    roomId: roomIdArgument,
    login: booleanArgument,
    publish: booleanArgument,
    streamIds: (value = null, argument) =>
      value === null ? null : listOf(filledArgument())(value, argument),
  });
  return JSON.stringify({
    room_id: roomId,
    privilege: { 1: login ? 1 : 0, 2: publish ? 1 : 0 },
    stream_id_list: streamIds,
  });
}

/**
 * What a payload says, with warnings for what is odd.
 *
 * @throws Token04Error `ERR_TOKEN04_PAYLOAD` where nothing can be granted by it: it is not a JSON
 * object, or has no room_id or no privileges. The empty payload of an identity token is none.
 *
 * @example
 * ```js
 * import { parseRoomPayload } from '@token04/core';
 *
 * const parsed = parseRoomPayload('{"room_id":"demo","privilege":{"1":1,"2":2}}');
 * parsed.login; // → true
 * parsed.publish; // → false
 * parsed.warnings; // → ['privilege "2" is neither 0 nor 1']
 * ```
 */
export function parseRoomPayload(payload: string): ParsedRoomPayload {
  const reading = readPayload(payload);
  if (typeof reading === 'string') {
    throw new Token04Error('ERR_TOKEN04_PAYLOAD', reading, { argument: 'payload' });
  }
  return { ...reading, login: reading.login === 1, publish: reading.publish === 1 };
}

/**
 * Whether the payload of a verified token lets its user into a room and publish there, as ZEGO's
 * server decides it (docs/specification.md, 5). A payload that cannot be read denies everything; an
 * action that the rule does not check is allowed, whatever the room.
 *
 * @throws Token04Error `ERR_TOKEN04_PAYLOAD` for a payload that is no string, and
 * `ERR_TOKEN04_ARGUMENT` for an option, also one that is present but undefined, or a streamId that
 * is no string.
 *
 * @example
 * ```js
 * import { authorizeRoom, roomPayload } from '@token04/core';
 *
 * const payload = roomPayload({ roomId: 'demo', login: true, publish: true, streamIds: ['cam'] });
 * const room = authorizeRoom(payload, { roomId: 'demo' });
 * room.login.allowed; // → true
 * room.publish('cam').allowed; // → true
 * room.publish('screen').reason; // → 'the stream is not in stream_id_list'
 * ```
 */
export function authorizeRoom(payload: string, options: AuthorizeOptions): RoomAuthorization {
  const reading = readPayload(payload);
  const { roomId, checks, requirePrivileges } = readFields(
    options,
    'options',
    {
      roomId: stringArgument(),
      checks: optional(oneOf(['login', 'publish', 'both', 'from-privileges']), 'both'),
      requirePrivileges: optional(booleanArgument, false),
    },
    true,
  );
  const isFree = payload === '' && !requirePrivileges;

  const decide = (action: Action, streamId?: string): Decision => {
    if (typeof reading === 'string') return decision(isFree, reading);
    const bit = reading[action];
    if (checks === 'from-privileges' ? bit === 0 : checks !== 'both' && checks !== action) {
      return decision(true, `the rule does not check ${action}`);
    }
    if (roomId !== reading.roomId) return decision(false, 'the token is for another room');
    if (bit !== 1) return decision(false, `the token does not allow ${action}`);
    if (streamId !== undefined && reading.streamIds?.includes(streamId) === false) {
      return decision(false, 'the stream is not in stream_id_list');
    }
    return decision(true, `the token allows ${action}`);
  };
  return {
    login: decide('login'),
    publish: (streamId) => decide('publish', stringArgument()(streamId, 'streamId')),
    warnings: typeof reading !== 'string' ? reading.warnings : isFree ? [] : [reading],
  };
}

const decision = (allowed: boolean, reason: string): Decision => ({ allowed, reason });

const payloadString = /* @__PURE__ */ stringArgument('ERR_TOKEN04_PAYLOAD');

/** The payload, or the reason why nothing can be granted by it. */
function readPayload(payload: unknown): Reading | string {
  const text = payloadString(payload, 'payload');
  if (text === '') return 'an identity token has no payload';
  let fields: JsonFields | undefined;
  try {
    fields = jsonFields(JSON.parse(text));
  } catch {
    // No JSON.
  }
  if (!fields) return 'the payload is not a JSON object (client code 1002075)';
  const { room_id, privilege, stream_id_list = null, ...others } = fields;
  if (typeof room_id !== 'string' || room_id === '') return 'room_id is not a string, or is empty';
  const bits = jsonFields(privilege);
  if (!bits || isEmpty(bits)) return 'privilege is not an object, or is empty';
  const { 1: login, 2: publish, ...otherBits } = bits;

  const warnings: string[] = [];
  if (!isEmpty({ ...others, ...otherBits })) warnings.push('other keys are ignored');
  const readBit = (bit: unknown, number: 1 | 2): 0 | 1 | undefined => {
    if (bit === 0 || bit === 1) return bit;
    const isMissing = bit === undefined;
    warnings.push(`privilege "${number}" is ${isMissing ? 'missing' : 'neither 0 nor 1'}`);
    return isMissing ? 0 : undefined;
  };
  const readList = (list: unknown): string[] | null => {
    if (list === null) return null;
    if (isArray(list) && list.every((streamId) => typeof streamId === 'string')) {
      return list.length === 0 ? null : (list as string[]);
    }
    warnings.push('stream_id_list is not a list of strings');
    return [];
  };
  return {
    roomId: room_id,
    login: readBit(login, 1),
    publish: readBit(publish, 2),
    streamIds: readList(stream_id_list),
    warnings,
  };
}

function isEmpty(fields: JsonFields): boolean {
  return Object.keys(fields).length === 0;
}
