import {
  appIdArgument,
  isIntegerWithin,
  isText,
  MAX_APP_ID,
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
  if (typeof kitToken !== 'string') throw malformed('it is not a string');
  const [token = '', part = '', ...rest] = kitToken.split(SEPARATOR, 3);
  readToken(token);
  const kit = rest.length === 0 ? readPart(part) : undefined;
  if (kit !== undefined) return { token, ...kit };
  throw malformed('what follows the token is not what a kit token has there');
}

function readPart(part: string): Omit<KitToken, 'token'> | undefined {
  try {
    const { appID, userID, roomID, userName = '' } = JSON.parse(atob(part));
    const kit = {
      // The client computes 1 * appID, so a string of digits serves as well.
      appId: typeof appID === 'string' ? Number(appID) : appID,
      userId: userID,
      roomId: roomID,
      userName: decodeURIComponent(userName),
    };
    const texts = [userID, roomID, userName];
    const good = isIntegerWithin(kit.appId, 1, MAX_APP_ID) && texts.every(isText);
    return good ? kit : undefined;
  } catch {
    return undefined;
  }
}

function toAscii(json: string): string {
  return json.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
