// The privilege payload of a room token (docs/specification.md, 5).

import { isArray, isFilledText, type JsonFields, ownJsonFields } from './check/describe.ts';
import { join, readFields } from './check/fields.ts';
import {
  argumentError,
  listOf,
  optional,
  type Reader,
  readBoolean,
  reader,
  readFilledText,
  string,
} from './check/rules.ts';
import { Token04Error } from './errors.ts';
import { MAX_ROOM_ID_BYTES } from './format/limits.ts';
import { utf8 } from './format/utf8.ts';

/** The privileges of a room token. */
export interface RoomPrivileges {
  /** Under 128 UTF-8 bytes, not empty. */
  roomId: string;
  /** May log in to the room; true where absent. */
  login?: boolean;
  /** May publish streams in the room; false where absent. */
  publish?: boolean;
  /**
   * The streams that may be published; absent or null for any. Not empty, since that would mean
   * any, and only with `publish: true`.
   */
  streamIds?: readonly string[] | null;
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

/** Why nothing can be granted by a payload. */
export type NoPrivileges =
  | 'identity-token'
  | 'payload-not-json'
  | 'room-missing'
  | 'privilege-missing';

export const NO_PRIVILEGES: { readonly [code in NoPrivileges]: string } = {
  'identity-token': 'an identity token has no payload',
  'payload-not-json': 'the payload is not a JSON object (client code 1002075)',
  'room-missing': 'room_id is not a string, or is empty',
  'privilege-missing': 'privilege is not an object, or is empty',
};

/** What a payload says, with its bits as they are: undefined where one is malformed. */
interface Privileges {
  readonly roomId: string;
  readonly login: 0 | 1 | undefined;
  readonly publish: 0 | 1 | undefined;
  readonly streamIds: string[] | null;
  readonly warnings: string[];
}

/** Either the privileges, or why there are none. */
type Reading =
  | { readonly privileges: Privileges; readonly fault?: undefined }
  | { readonly privileges?: undefined; readonly fault: NoPrivileges };

export const readRoomId: Reader<string> = /* @__PURE__ */ reader(
  `a well-formed string of 1 to ${MAX_ROOM_ID_BYTES} UTF-8 bytes`,
  (value): value is string =>
    isFilledText(value) &&
    value.length <= MAX_ROOM_ID_BYTES &&
    utf8.encode(value).length <= MAX_ROOM_ID_BYTES,
);

export const readStreamIds: Reader<string[]> = /* @__PURE__ */ listOf(readFilledText);

const PRIVILEGE_READERS = {
  roomId: readRoomId,
  login: /* @__PURE__ */ optional(readBoolean, true),
  publish: /* @__PURE__ */ optional(readBoolean, false),
  streamIds: (value: unknown, argument: string): string[] | null =>
    value === undefined || value === null ? null : readStreamIds(value, argument),
};

/**
 * The payload of a room token, for the `payload` of a request. A request takes the privileges
 * themselves, too, as its `room`.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`, with `argument` `'roomId'`, `'login'`, `'publish'`
 * or `'streamIds'`.
 *
 * @example
 * ```js
 * import { roomPayload } from '@token04/core';
 *
 * roomPayload({ roomId: 'demo' });
 * // → '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}'
 * roomPayload({ roomId: 'demo', publish: true, streamIds: ['cam'] });
 * // → '{"room_id":"demo","privilege":{"1":1,"2":1},"stream_id_list":["cam"]}'
 * ```
 */
export function roomPayload(privileges: RoomPrivileges): string {
  return writeRoomPayload(privileges, 'privileges', '');
}

/**
 * @param name what the privileges are called in errors
 * @param path stands before the names of their fields in errors
 */
export function writeRoomPayload(privileges: unknown, name: string, path: string): string {
  const { roomId, login, publish, streamIds } = readFields(
    privileges,
    name,
    PRIVILEGE_READERS,
    'refused',
    path,
  );
  if (streamIds !== null && !publish) {
    throw argumentError(join(path, 'streamIds'), 'absent without publish', 'a list');
  }
  // Not JSON.stringify of an object, which takes three times as long.
  return `{"room_id":${JSON.stringify(roomId)},"privilege":{"1":${Number(login)},"2":${Number(publish)}},"stream_id_list":${JSON.stringify(streamIds)}}`;
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
  const { privileges, fault } = readPayload(payload);
  if (privileges === undefined) {
    throw new Token04Error('ERR_TOKEN04_PAYLOAD', NO_PRIVILEGES[fault], { argument: 'payload' });
  }
  return { ...privileges, login: privileges.login === 1, publish: privileges.publish === 1 };
}

const readPayloadString = /* @__PURE__ */ string('ERR_TOKEN04_PAYLOAD');

export function readPayload(payload: unknown): Reading {
  const text = readPayloadString(payload, 'payload');
  if (text === '') return { fault: 'identity-token' };
  const fields = ownJsonFields(parseJson(text));
  if (fields === undefined) return { fault: 'payload-not-json' };
  const { room_id, privilege, stream_id_list, ...others } = fields;
  if (typeof room_id !== 'string' || room_id === '') return { fault: 'room-missing' };
  const bits = ownJsonFields(privilege);
  if (bits === undefined || isEmpty(bits)) return { fault: 'privilege-missing' };

  const { 1: login, 2: publish, ...otherBits } = bits;
  const warnings: string[] = [];
  // The keys are not named, since one may be a secret in the wrong place.
  if (!isEmpty(others) || !isEmpty(otherBits)) warnings.push('other keys are ignored');
  return {
    privileges: {
      roomId: room_id,
      login: readBit(login, '1', warnings),
      publish: readBit(publish, '2', warnings),
      streamIds: readStreamList(stream_id_list, warnings),
      warnings,
    },
  };
}

/** A bit that is missing counts as 0; a malformed one as neither. */
function readBit(bit: unknown, name: '1' | '2', warnings: string[]): 0 | 1 | undefined {
  if (bit === 0 || bit === 1) return bit;
  const isMissing = bit === undefined;
  warnings.push(`privilege "${name}" is ${isMissing ? 'missing' : 'neither 0 nor 1'}`);
  return isMissing ? 0 : undefined;
}

function readStreamList(list: unknown, warnings: string[]): string[] | null {
  if (list === undefined || list === null) return null;
  if (isArray(list) && list.every((streamId) => typeof streamId === 'string')) {
    return list.length === 0 ? null : [...list];
  }
  warnings.push('stream_id_list is not a list of strings');
  return [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEmpty(fields: JsonFields): boolean {
  return Object.keys(fields).length === 0;
}
