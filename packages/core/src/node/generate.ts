import { createCipheriv } from 'node:crypto';
import { secretArgument } from '../lib/arguments.ts';
import { draftGenerate, type GenerateOptions } from '../lib/request.ts';
import { createCbcStream } from './cbc-stream.ts';
import { randomInt32 } from './random.ts';
import { remember } from './remember.ts';
import { sealCbc } from './seal.ts';

/**
 * A token04 with the official signature: a drop-in replacement for `generateToken04` of ZEGO's
 * Node.js sample (`token/nodejs/token04/server/zegoServerAssistant.js`), in CBC.
 *
 * Unlike the sample it checks every argument, prints nothing, and throws a real Error that carries
 * the sample's number as `officialCode`. Up to 8 secrets stay in memory with their ciphers;
 * for more than a few, keep an issuer for each (`createIssuer`).
 *
 * @param appId an integer from 1 to 4294967295
 * @param userId 1 to 64 UTF-16 units
 * @param secret the app's server secret, 32 UTF-8 bytes
 * @param effectiveTimeInSeconds how long the token is good, 1 to 315,360,000 seconds
 * @param payload a string such as `roomPayload()` makes; absent or `''` for an identity token
 * @throws Token04Error `ERR_TOKEN04_APP_ID` (1), `ERR_TOKEN04_USER_ID` (3), `ERR_TOKEN04_SECRET`
 * (5), `ERR_TOKEN04_ARGUMENT` (the options), `ERR_TOKEN04_EFFECTIVE_TIME` (6),
 * `ERR_TOKEN04_PAYLOAD` or `ERR_TOKEN04_TOO_LARGE`, checked in this order.
 *
 * @example
 * ```js
 * import { decodeToken04, generateToken04 } from '@token04/core';
 *
 * const secret = 'fa94dd0f974cf2e293728a526b028271';
 * const token = generateToken04(1, 'demo', secret, 3600);
 * decodeToken04(token, secret).claims.userId; // → 'demo'
 * ```
 */
export function generateToken04(
  appId: number,
  userId: string,
  secret: string,
  effectiveTimeInSeconds: number,
  payload?: string,
  options?: GenerateOptions,
): string {
  const [encrypt, draft] = draftGenerate(
    appId,
    userId,
    secret,
    effectiveTimeInSeconds,
    payload,
    options,
    randomInt32(),
    encryptorOf,
  );
  return sealCbc(encrypt, draft);
}

const encryptorOf = /* @__PURE__ */ remember((secret) =>
  createCbcStream(createCipheriv, secretArgument(secret, 'secret')),
);
