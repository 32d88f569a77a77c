// What an issuer is asked for.
import {
  checkSize,
  effectiveTimeError,
  isUserId,
  payloadError,
  readAppId,
  readMode,
  readSecret,
  readUserId,
} from '../check/arguments.ts';
import { describe, isRecord, isText } from '../check/describe.ts';
import { copyOwn, join, readFields } from '../check/fields.ts';
import { argumentError, copyList, isIntegerWithin, optional, readBoolean } from '../check/rules.ts';
import { MAX_PLAINTEXT_BYTES, type Token04Mode } from '../format/frame.ts';
import { MAX_EFFECTIVE_TIME_IN_SECONDS } from '../format/limits.ts';
import { utf8 } from '../format/utf8.ts';
import { type RoomPrivileges, writeRoomPayload } from '../room.ts';
import { writeClaims } from './claims.ts';

export interface IssuerOptions {
  /** From the ZEGOCLOUD console: an integer from 1 to 4294967295. */
  appId: number;
  /** From the ZEGOCLOUD console: 32 UTF-8 bytes, used as they are (not decoded from hex). */
  serverSecret: string;
  /** `'cbc'` (the default) is what the documented samples make; ZEGO recommends `'gcm'` since 2024. */
  mode?: Token04Mode | undefined;
}

/** What one token is to say. */
export interface Token04Request {
  /** 1 to 64 UTF-16 units; the same ID with which the user logs in. */
  userId: string;
  /** How long the token is good, an integer from 1 to 315,360,000 seconds (ten years). */
  effectiveTimeInSeconds: number;
  /** A string such as `roomPayload()` makes; absent or `''` for a basic (identity) token. */
  payload?: string | undefined;
  /** The room that the token is for, in place of a payload: what `roomPayload()` takes. */
  room?: RoomPrivileges;
  /** Allows more than ten years, which otherwise is taken for a timestamp passed by mistake. */
  allowLongLived?: boolean | undefined;
}

/** The sixth argument of `generateToken04`. */
export interface GenerateOptions {
  /** Allows more than ten years, which otherwise is taken for a timestamp passed by mistake. */
  allowLongLived?: boolean | undefined;
}

/** A token, and the times in it. */
export interface TimedToken04 {
  token: string;
  /** When it was made, in seconds since 1970 by this machine's clock. */
  ctime: number;
  /** The first second in which it is no longer good, in seconds since 1970. */
  expire: number;
}

/** A token before it is encrypted. */
export interface Draft {
  readonly plaintext: string;
  readonly ctime: number;
  readonly expire: number;
  /** Kept for the next draft of a list, which may have the same payload. */
  readonly payload: string;
  /** {@link payload} as a JSON string. */
  readonly payloadJson: string;
}

const ISSUER_READERS = {
  appId: readAppId,
  serverSecret: readSecret,
  mode: /* @__PURE__ */ optional(readMode, 'cbc'),
};

export function readIssuerOptions(options: unknown): {
  readonly appId: number;
  readonly serverSecret: Uint8Array;
  readonly mode: Token04Mode;
} {
  return readFields(options, 'options', ISSUER_READERS);
}

/** draftToken checks that it is a boolean, in the official order of the checks. */
export function readGenerateOptions(options: unknown): { readonly allowLongLived?: unknown } {
  if (options === undefined) return { allowLongLived: undefined };
  return copyOwn(options, 'options', ['allowLongLived'], '');
}

/** What of a request goes into its token, not yet checked. */
export interface RequestFields {
  readonly userId?: unknown;
  readonly effectiveTimeInSeconds?: unknown;
  readonly payload?: unknown;
  /** Where the payload was made of a room: `'room'`, so that errors name what was given. */
  readonly payloadName?: string;
  readonly allowLongLived?: unknown;
}

/**
 * What one token will hold, with everything about its request checked: what comes after has only
 * to encrypt.
 */
export function draftRequest(appId: number, request: unknown, nonce: number): Draft {
  return draftToken(appId, readRequest(request, ''), nonce);
}

/** The same for a list, whose tokens are all of one second. */
export function draftRequests(
  appId: number,
  requests: unknown,
  randomNonce: () => number,
): Draft[] {
  const drafts: Draft[] = [];
  for (const request of copyList(requests, 'requests')) {
    const path = `requests[${drafts.length}]`;
    drafts.push(draftToken(appId, readRequest(request, path), randomNonce(), path, drafts.at(-1)));
  }
  return drafts;
}

/**
 * The clock is read here, in whole seconds, rounded down as the official generators do.
 *
 * @param path what the request is called in errors where it stands in a list: `requests[3]`
 * @param before the draft before it in the list: its second is taken, and its payload is often the
 * same, which to spell again would take a tenth of the time of a token
 */
export function draftToken(
  appId: number,
  {
    userId,
    effectiveTimeInSeconds,
    payload = '',
    payloadName = 'payload',
    allowLongLived = false,
  }: RequestFields,
  nonce: number,
  path = '',
  before?: Draft,
): Draft {
  // Fields are named for errors alone: to name each of each request takes 7 % of the time of a token.
  const checkedUserId = isUserId(userId) ? userId : readUserId(userId, join(path, 'userId'));
  const ctime = before?.ctime ?? Math.floor(Date.now() / 1000);
  if (typeof allowLongLived !== 'boolean') {
    readBoolean(allowLongLived, join(path, 'allowLongLived'));
  }
  // So that expire is a safe integer, too.
  const limit = Number.MAX_SAFE_INTEGER - ctime;
  const longest = allowLongLived ? limit : MAX_EFFECTIVE_TIME_IN_SECONDS;
  if (!isIntegerWithin(effectiveTimeInSeconds, 1, longest)) {
    const argument = join(path, 'effectiveTimeInSeconds');
    throw effectiveTimeError(effectiveTimeInSeconds, argument, longest);
  }
  if (!isText(payload)) throw payloadError(payload, join(path, 'payload'));
  const expire = ctime + effectiveTimeInSeconds;
  const payloadJson = payload === before?.payload ? before.payloadJson : JSON.stringify(payload);
  const plaintext = writeClaims(
    { appId, userId: checkedUserId, nonce, ctime, expire },
    payloadJson,
  );
  // Most need not be measured, since a UTF-16 unit takes three bytes at most.
  if (plaintext.length * 3 > MAX_PLAINTEXT_BYTES) {
    checkSize(utf8.encode(plaintext).length, join(path, payloadName));
  }
  return { plaintext, ctime, expire, payload, payloadJson };
}

const PLAIN_FIELDS = ['userId', 'effectiveTimeInSeconds', 'payload'];
const REQUEST_FIELDS = ['userId', 'effectiveTimeInSeconds', 'payload', 'room', 'allowLongLived'];

/** The fields of a request, copied, and its room as a payload. */
function readRequest(request: unknown, path: string): RequestFields {
  const plain = readPlainRequest(request);
  if (plain !== undefined) return plain;
  const own = copyOwn(request, path === '' ? 'request' : path, REQUEST_FIELDS, path);
  if (!('room' in own)) return own;
  const { room, payload } = own;
  const argument = join(path, 'room');
  if (payload !== undefined) {
    throw argumentError(argument, 'absent with a payload', describe(room));
  }
  return Object.assign(own, {
    payload: writeRoomPayload(room, argument, argument),
    payloadName: 'room',
  });
}

/**
 * The fields of a usual request without a room, by fixed names: copyOwn takes a quarter of the time of
 * a token.
 *
 * @returns undefined for any other request, good or bad
 */
function readPlainRequest(request: unknown): RequestFields | undefined {
  if (!isRecord(request)) return undefined;
  try {
    // What is inherited or not enumerable must not be passed over, as it could lift a restriction.
    if ('room' in request || 'allowLongLived' in request) return undefined;
    const fields = Object.keys(request);
    if (fields.length !== ('payload' in request ? 3 : 2)) return undefined;
    if (!fields.every((field) => PLAIN_FIELDS.includes(field))) return undefined;
    const { userId, effectiveTimeInSeconds, payload }: RequestFields = request;
    return { userId, effectiveTimeInSeconds, payload, allowLongLived: false };
  } catch {
    // A getter or a proxy of the caller's threw.
    return undefined;
  }
}
