import {
  appIdArgument,
  isIntegerWithin,
  readFields,
  textArgument,
  userIdArgument,
} from './lib/arguments.ts';
import { malformed, readToken } from './lib/wire.ts';

/** What the prebuilt UIKit is started with. */
export interface KitToken {
  /** A token04 of the same app and user. */
  token: string;
  appId: number;
  userId: string;
  roomId: string;
  /** The name that others see. */
  userName: string;
}

const SEPARATOR = '#';

/**
 * A kit token for ZEGO's prebuilt UIKit (docs/specification.md, 9): the token, `#`, and base64 of a
 * JSON object. The client reads that JSON as Latin-1, so it is written in ASCII with escapes, which
 * every script survives; ZEGO's own test generator throws for IDs beyond U+00FF.
 *
 * @throws Token04Error `ERR_TOKEN04_APP_ID`, `ERR_TOKEN04_USER_ID` or `ERR_TOKEN04_ARGUMENT`;
 * `ERR_TOKEN04_MALFORMED` where `token` is no token04.
 *
 * @example
 * ```js
 * import { createKitToken, generateToken04, parseKitToken } from '@token04/core';
 *
 * const token = generateToken04(1, 'demo', 'fa94dd0f974cf2e293728a526b028271', 3600);
 * const kit = { token, appId: 1, userId: 'demo', roomId: 'r1', userName: '小明' };
 * parseKitToken(createKitToken(kit)).userName; // → '小明'
 * ```
 */
export function createKitToken(kit: KitToken): string {
  const fields = readFields(kit, 'kit', ['token', 'appId', 'userId', 'roomId', 'userName']);
  readToken(fields.token);
  const json = JSON.stringify({
    userID: userIdArgument(fields.userId),
    roomID: textArgument(fields.roomId, 'roomId'),
    userName: encodeURIComponent(textArgument(fields.userName, 'userName')),
    appID: appIdArgument(fields.appId),
  });
  return fields.token + SEPARATOR + btoa(toAscii(json));
}

/**
 * The parts of a kit token, read as the prebuilt UIKit reads them. The token in it is checked to be
 * a well-formed token04; whether it fits the rest is for `verifyToken04` to say.
 *
 * @throws Token04Error `ERR_TOKEN04_MALFORMED`
 */
export function parseKitToken(kitToken: string): KitToken {
  if (typeof kitToken !== 'string') throw malformed('the kit token is not a string');
  const [token = '', part, ...rest] = kitToken.split(SEPARATOR, 3);
  if (part === undefined || rest.length > 0) {
    throw malformed('a kit token has two parts, with a # between them');
  }
  readToken(token);
  const { appID, userID, roomID, userName = '' } = readPart(part);
  // The client computes 1 * appID, so a string of digits serves as well.
  const appId = typeof appID === 'string' ? Number(appID) : appID;
  if (!isIntegerWithin(appId, 1, 0xffff_ffff)) throw malformed('the appID of the kit token is bad');
  if (typeof userID !== 'string' || typeof roomID !== 'string' || typeof userName !== 'string') {
    throw malformed('the kit token lacks a userID or roomID, or one is no string');
  }
  return { token, appId, userId: userID, roomId: roomID, userName: decodeName(userName) };
}

function readPart(part: string): { readonly [key: string]: unknown } {
  let json: unknown;
  try {
    json = JSON.parse(atob(part));
  } catch {
    throw malformed('the second part of the kit token is not base64 of JSON');
  }
  if (typeof json !== 'object' || json === null) {
    throw malformed('the second part of the kit token is not a JSON object');
  }
  // Own keys alone.
  return { __proto__: null, ...json } as { readonly [key: string]: unknown };
}

function decodeName(userName: string): string {
  try {
    return decodeURIComponent(userName);
  } catch {
    throw malformed('the userName of the kit token is not URI-encoded');
  }
}

function toAscii(json: string): string {
  return json.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
