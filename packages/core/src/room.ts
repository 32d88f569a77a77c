import { Token04Error } from './errors.ts';
import {
  booleanArgument,
  demand,
  describeKey,
  filledArgument,
  isText,
  isUpToBytes,
  listArgument,
  NOT_EMPTY,
  oneOf,
  readChecks,
  readFields,
} from './lib/arguments.ts';

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

/** An action, by the number of its privilege, the rule that checks it alone, and its name. */
const LOGIN = ['1', 'login', 'log in'] as const;
const PUBLISH = ['2', 'publish', 'publish'] as const;

type Action = typeof LOGIN | typeof PUBLISH;

type JsonFields = { readonly [key: string]: unknown };

interface Reading {
  readonly roomId: string;
  /** By the number of the privilege: 0, 1, or undefined where it is malformed, which denies. */
  readonly bits: { readonly [bit in Action[0]]: 0 | 1 | undefined };
  /** undefined where it is malformed. */
  readonly streamIds: readonly string[] | null | undefined;
  readonly warnings: readonly string[];
}

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
  const fields = readFields(privileges, 'privileges', ['roomId', 'login', 'publish', 'streamIds']);
  const { roomId, login, publish, streamIds = null } = fields;
  const isRoom = isText(roomId) && isUpToBytes(roomId, 127);
  return JSON.stringify({
    room_id: demand(isRoom, roomId, 'roomId', 'a well-formed string of 1 to 127 UTF-8 bytes'),
    privilege: {
      1: Number(booleanArgument(login, 'login')),
      2: Number(booleanArgument(publish, 'publish')),
    },
    stream_id_list:
      streamIds === null
        ? null
        : listArgument(streamIds, 'streamIds', filledArgument, `${NOT_EMPTY} (null for any)`),
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
  const { roomId, bits, streamIds = [], warnings } = reading;
  return {
    roomId,
    login: bits[1] === 1,
    publish: bits[2] === 1,
    streamIds: streamIds && [...streamIds],
    warnings: [...warnings],
  };
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
  const fields = readChecks(options, 'roomId', ['checks', 'requirePrivileges']);
  const roomId = stringArgument(fields.roomId, 'roomId');
  const { checks = 'both', requirePrivileges = false } = fields;
  const rule = oneOf(checks, ['login', 'publish', 'both', 'from-privileges'], 'checks');
  const isFree = !booleanArgument(requirePrivileges, 'requirePrivileges') && payload === '';

  const decide = (action: Action, streamId?: string): Decision => {
    if (isFree) return { allowed: true, reason: 'an identity token is not limited to a room' };
    if (typeof reading === 'string') return { allowed: false, reason: reading };
    const [number, ownRule, name] = action;
    const isUnchecked =
      rule === 'from-privileges' ? reading.bits[number] === 0 : rule !== 'both' && rule !== ownRule;
    if (isUnchecked) {
      return { allowed: true, reason: `the rule does not check who may ${name}` };
    }
    const objection = findObjection(reading, roomId, action, streamId);
    return { allowed: !objection, reason: objection ?? `the token allows to ${name}` };
  };
  return {
    login: decide(LOGIN),
    publish: (streamId) => decide(PUBLISH, stringArgument(streamId, 'streamId')),
    warnings: isFree ? [] : typeof reading === 'string' ? [reading] : [...reading.warnings],
  };
}

/** Why a checked action is denied, or undefined. */
function findObjection(
  { roomId: ownRoomId, bits, streamIds }: Reading,
  roomId: string,
  [number, , name]: Action,
  streamId: string | undefined,
): string | undefined {
  const bit = bits[number];
  if (bit === undefined) return malformedBit(number);
  if (ownRoomId !== roomId) return 'the token is for another room';
  if (bit === 0) return `the token does not allow to ${name}`;
  if (streamId === undefined || streamIds === null) return undefined;
  if (streamIds === undefined) return MALFORMED_LIST;
  return streamIds.includes(streamId) ? undefined : 'the stream is not in stream_id_list';
}

const MALFORMED_LIST = 'stream_id_list is not a list of strings';
const malformedBit = (number: Action[0]): string => `privilege "${number}" is neither 0 nor 1`;

/** The payload, or the reason why nothing can be granted by it. */
function readPayload(payload: unknown): Reading | string {
  const isString = typeof payload === 'string';
  const text = demand<string>(isString, payload, 'payload', 'a string', 'ERR_TOKEN04_PAYLOAD');
  if (text === '') return 'the payload is empty: an identity token has no privileges';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'the payload is not JSON (client code 1002075)';
  }
  const fields = ownFields(json);
  if (!fields) return 'the payload is not a JSON object (client code 1002075)';
  const { room_id, privilege, stream_id_list = null, ...others } = fields;
  if (typeof room_id !== 'string' || room_id === '') return 'room_id is not a string, or is empty';
  const bits = ownFields(privilege);
  if (!bits || Object.keys(bits).length === 0) return 'privilege is not an object, or is empty';
  const { 1: login, 2: publish, ...otherBits } = bits;

  const warnings = [...unknownKeys(others, ''), ...unknownKeys(otherBits, 'privilege ')];
  return {
    roomId: room_id,
    bits: { 1: readBit(login, '1', warnings), 2: readBit(publish, '2', warnings) },
    streamIds: readStreamIds(stream_id_list, warnings),
    warnings,
  };
}

function readBit(bit: unknown, number: Action[0], warnings: string[]): 0 | 1 | undefined {
  if (bit === 0 || bit === 1) return bit;
  if (bit === undefined) {
    warnings.push(`privilege "${number}" is missing and counts as 0`);
    return 0;
  }
  warnings.push(malformedBit(number));
  return undefined;
}

function readStreamIds(list: unknown, warnings: string[]): Reading['streamIds'] {
  if (list === null) return null;
  if (Array.isArray(list) && list.every((streamId) => typeof streamId === 'string')) {
    return list.length === 0 ? null : list;
  }
  warnings.push(MALFORMED_LIST);
  return undefined;
}

function unknownKeys(fields: JsonFields, where: string): string[] {
  return Object.keys(fields).map(
    (key) => `the ${where}key ${describeKey(key)} is unknown and ignored`,
  );
}

/** The fields of a JSON object without what every object inherits, or undefined. */
function ownFields(json: unknown): JsonFields | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Object.assign(Object.create(null), json);
}

/** Any string, even an ill-formed one, which is equal to no room and no stream. */
function stringArgument(value: unknown, argument: string): string {
  return demand(typeof value === 'string', value, argument, 'a string', undefined, false);
}
