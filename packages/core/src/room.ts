import { Token04Error } from './errors.ts';
import {
  argumentError,
  booleanArgument,
  describe,
  describeKey,
  describeKind,
  isText,
  isUpToBytes,
  listArgument,
  oneOf,
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

const MAX_ROOM_ID_BYTES = 127;
const CHECKS = ['login', 'publish', 'both', 'from-privileges'] as const;
const LOGIN = { key: '1', name: 'log in' } as const;
const PUBLISH = { key: '2', name: 'publish' } as const;

type Action = typeof LOGIN | typeof PUBLISH;
type JsonObject = { readonly [key: string]: unknown };

/** What a bit says; a malformed one is neither, and denies wherever it is looked at. */
type Bit = 0 | 1 | 'malformed';

interface Reading {
  readonly roomId: string;
  readonly bits: { readonly [key in Action['key']]: Bit };
  readonly streamIds: readonly string[] | null | 'malformed';
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
  return JSON.stringify({
    room_id: roomIdArgument(fields.roomId),
    privilege: {
      [LOGIN.key]: Number(booleanArgument(fields.login, 'login')),
      [PUBLISH.key]: Number(booleanArgument(fields.publish, 'publish')),
    },
    stream_id_list: streamIdsArgument(fields.streamIds),
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
  const reading = readPayload(payloadText(payload));
  if (typeof reading === 'string') {
    throw new Token04Error('ERR_TOKEN04_PAYLOAD', reading, { argument: 'payload' });
  }
  const { roomId, bits, streamIds, warnings } = reading;
  return {
    roomId,
    login: bits[LOGIN.key] === 1,
    publish: bits[PUBLISH.key] === 1,
    streamIds: streamIds === 'malformed' ? [] : streamIds === null ? null : [...streamIds],
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
  const text = payloadText(payload);
  const { roomId, checks, requirePrivileges } = readAuthorizeOptions(options);
  const answer = (
    decide: (action: Action, streamId?: string) => Decision,
    warnings: readonly string[],
  ): RoomAuthorization => ({
    login: decide(LOGIN),
    publish: (streamId) => decide(PUBLISH, stringArgument(streamId, 'streamId')),
    warnings: [...warnings],
  });

  if (text === '') {
    const decision = requirePrivileges
      ? deny('an identity token has no privileges, and privileges are required')
      : allow('an identity token is not limited to a room');
    return answer(() => ({ ...decision }), []);
  }
  const reading = readPayload(text);
  if (typeof reading === 'string') return answer(() => deny(reading), [reading]);
  return answer(
    (action, streamId) => decideAction(reading, checks, roomId, action, streamId),
    reading.warnings,
  );
}

function decideAction(
  reading: Reading,
  checks: RoomChecks,
  roomId: string,
  action: Action,
  streamId: string | undefined,
): Decision {
  const bit = reading.bits[action.key];
  if (!isChecked(checks, action, bit))
    return allow(`the rule does not check who may ${action.name}`);
  if (bit === 'malformed') return deny(`privilege "${action.key}" is neither 0 nor 1`);
  if (reading.roomId !== roomId) return deny('the token is for another room');
  if (bit === 0) return deny(`the token does not allow to ${action.name}`);
  if (action === PUBLISH && reading.streamIds !== null) {
    if (reading.streamIds === 'malformed') return deny('stream_id_list is not a list of strings');
    if (!reading.streamIds.includes(streamId as string)) {
      return deny('the stream is not in stream_id_list');
    }
  }
  return allow(`the token allows to ${action.name}`);
}

function isChecked(checks: RoomChecks, action: Action, bit: Bit): boolean {
  switch (checks) {
    case 'both':
      return true;
    case 'login':
      return action === LOGIN;
    case 'publish':
      return action === PUBLISH;
    case 'from-privileges':
      return bit !== 0;
  }
}

function allow(reason: string): Decision {
  return { allowed: true, reason };
}

function deny(reason: string): Decision {
  return { allowed: false, reason };
}

/** The payload, or the reason why nothing can be granted by it. */
function readPayload(payload: string): Reading | string {
  if (payload === '') return 'the payload is empty: an identity token has no privileges';
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return 'the payload is not JSON (client code 1002075)';
  }
  if (!isJsonObject(json)) return 'the payload is not a JSON object (client code 1002075)';
  const roomId = own(json, 'room_id');
  if (typeof roomId !== 'string' || roomId === '') return 'room_id is not a string, or is empty';
  const privilege = own(json, 'privilege');
  if (!isJsonObject(privilege) || Object.keys(privilege).length === 0) {
    return 'privilege is not an object, or is empty';
  }

  const warnings = [
    ...unknownKeys(json, ['room_id', 'privilege', 'stream_id_list'], ''),
    ...unknownKeys(privilege, [LOGIN.key, PUBLISH.key], 'privilege '),
  ];
  return {
    roomId,
    bits: {
      [LOGIN.key]: readBit(privilege, LOGIN.key, warnings),
      [PUBLISH.key]: readBit(privilege, PUBLISH.key, warnings),
    },
    streamIds: readStreamIds(own(json, 'stream_id_list'), warnings),
    warnings,
  };
}

function readBit(privilege: JsonObject, key: Action['key'], warnings: string[]): Bit {
  const bit = own(privilege, key);
  if (bit === 0 || bit === 1) return bit;
  if (bit === undefined) {
    warnings.push(`privilege "${key}" is missing and counts as 0`);
    return 0;
  }
  warnings.push(`privilege "${key}" is neither 0 nor 1`);
  return 'malformed';
}

function readStreamIds(list: unknown, warnings: string[]): Reading['streamIds'] {
  if (list === undefined || list === null) return null;
  if (!Array.isArray(list) || !list.every((streamId) => typeof streamId === 'string')) {
    warnings.push('stream_id_list is not a list of strings');
    return 'malformed';
  }
  return list.length === 0 ? null : list;
}

function unknownKeys(object: JsonObject, known: readonly string[], where: string): string[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => `the ${where}key ${describeKey(key)} is unknown and ignored`);
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readAuthorizeOptions(options: unknown): Required<AuthorizeOptions> {
  const fields = readFields(options, 'options', ['roomId', 'checks', 'requirePrivileges']);
  return {
    roomId: stringArgument(fields.roomId, 'roomId'),
    // Present but undefined falls through to the check, which refuses it.
    checks: 'checks' in fields ? oneOf(fields.checks, CHECKS, 'checks') : 'both',
    requirePrivileges:
      'requirePrivileges' in fields &&
      booleanArgument(fields.requirePrivileges, 'requirePrivileges'),
  };
}

function payloadText(payload: unknown): string {
  if (typeof payload !== 'string') {
    throw argumentError('ERR_TOKEN04_PAYLOAD', 'payload', 'a string', describeKind(payload));
  }
  return payload;
}

function roomIdArgument(value: unknown): string {
  if (!isText(value) || !isUpToBytes(value, MAX_ROOM_ID_BYTES)) {
    throw argumentError(
      'ERR_TOKEN04_ARGUMENT',
      'roomId',
      `a well-formed string of 1 to ${MAX_ROOM_ID_BYTES} UTF-8 bytes`,
      describeKind(value),
    );
  }
  return value;
}

/** Any string, even an ill-formed one, which is equal to no room and no stream. */
function stringArgument(value: unknown, argument: string): string {
  if (typeof value === 'string') return value;
  throw argumentError('ERR_TOKEN04_ARGUMENT', argument, 'a string', describe(value));
}

function streamIdsArgument(value: unknown): string[] | null {
  if (value === undefined || value === null) return null;
  const streamIds = listArgument(value, 'streamIds', (streamId, argument) => {
    if (isText(streamId) && streamId !== '') return streamId;
    const expected = 'a well-formed string, not empty';
    throw argumentError('ERR_TOKEN04_ARGUMENT', argument, expected, describeKind(streamId));
  });
  if (streamIds.length > 0) return streamIds;
  throw argumentError(
    'ERR_TOKEN04_ARGUMENT',
    'streamIds',
    'one stream or more, or null for any',
    'an empty list',
  );
}
