import { isAppId, readAppId, readUserId } from './check/arguments.ts';
import { isText, ownJsonFields } from './check/describe.ts';
import { readFields } from './check/fields.ts';
import { readText } from './check/rules.ts';
import { malformed, readToken } from './format/token.ts';

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
  const { token, appId, userId, roomId, userName } = readFields(kit, 'kit', KIT_READERS);
  const json = JSON.stringify({
    userID: userId,
    roomID: roomId,
    userName: encodeURIComponent(userName),
    appID: appId,
  });
  return token + SEPARATOR + btoa(toAscii(json));
}

const KIT_READERS = {
  token: (value: unknown): string => {
    readToken(value);
    return value as string;
  },
  appId: readAppId,
  userId: readUserId,
  roomId: readText,
  userName: readText,
};

/**
 * The parts of a kit token, read as the prebuilt UIKit reads them. The token in it is checked to be
 * a well-formed token04; whether it fits the rest is for `verifyToken04` to say.
 *
 * @throws Token04Error `ERR_TOKEN04_MALFORMED`
 */
export function parseKitToken(kitToken: string): KitToken {
  const [token, ...parts] = typeof kitToken === 'string' ? kitToken.split(SEPARATOR) : [kitToken];
  readToken(token);
  const fields = readKitFields(parts.join(SEPARATOR));
  if (fields === undefined) malformed('it is not a kit token');
  return { token: token as string, ...fields };
}

function readKitFields(base64: string): Omit<KitToken, 'token'> | undefined {
  try {
    const fields = ownJsonFields(JSON.parse(atob(base64)));
    if (fields === undefined) return undefined;
    const { appID, userID, roomID, userName = '' } = fields;
    // The client makes a number of it, so that a string of digits serves as well.
    const appId = Number(appID);
    if (!(isAppId(appId) && isText(userID) && isText(roomID) && isText(userName))) return undefined;
    return { appId, userId: userID, roomId: roomID, userName: decodeURIComponent(userName) };
  } catch {
    // No base64, no JSON, or a name that is not URI-encoded.
    return undefined;
  }
}

function toAscii(json: string): string {
  return json.replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
