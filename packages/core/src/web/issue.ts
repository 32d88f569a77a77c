import { readAppId, readSecret, readUserId } from '../check/arguments.ts';
import {
  draftRequest,
  draftRequests,
  draftToken,
  type GenerateOptions,
  type IssuerOptions,
  readGenerateOptions,
  readIssuerOptions,
  type TimedToken04,
  type Token04Request,
} from '../token/request.ts';
import { prepareKey, randomInt32, seal } from './cipher.ts';

/**
 * A token04 with the official signature: a drop-in replacement for `generateToken04` of ZEGO's
 * Node.js sample (`token/nodejs/token04/server/zegoServerAssistant.js`), in CBC.
 *
 * Unlike the sample it checks every argument, prints nothing, and throws a real Error that carries
 * the sample's number as `officialCode`. On WebCrypto, so it returns a promise.
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
 * import { decodeToken04, generateToken04 } from '@token04/core/web';
 *
 * const secret = 'fa94dd0f974cf2e293728a526b028271';
 * const token = await generateToken04(1, 'demo', secret, 3600);
 * (await decodeToken04(token, secret)).claims.userId; // → 'demo'
 * ```
 */
export async function generateToken04(
  appId: number,
  userId: string,
  secret: string,
  effectiveTimeInSeconds: number,
  payload?: string,
  options?: GenerateOptions,
): Promise<string> {
  const checkedAppId = readAppId(appId, 'appId');
  readUserId(userId, 'userId');
  const key = prepareKey(readSecret(secret, 'secret'));
  // Read before the time, which is judged by it.
  const { allowLongLived } = readGenerateOptions(options);
  const fields = { userId, effectiveTimeInSeconds, payload, allowLongLived };
  return seal(key, 'cbc', draftToken(checkedAppId, fields, randomInt32()));
}

/** Makes tokens for one app. */
export interface Issuer {
  /**
   * One token for one user.
   *
   * @throws Token04Error `ERR_TOKEN04_USER_ID`, `ERR_TOKEN04_EFFECTIVE_TIME`,
   * `ERR_TOKEN04_PAYLOAD`, `ERR_TOKEN04_TOO_LARGE` or `ERR_TOKEN04_ARGUMENT`.
   */
  issue(request: Token04Request): Promise<string>;

  /**
   * The same with the times in the token, in seconds since 1970: a server that tells its client
   * when to renew need not read its own token.
   *
   * @throws Token04Error as `issue`.
   */
  issueWithTimes(request: Token04Request): Promise<TimedToken04>;

  /**
   * A token for each request, in their order and all of the same second. Where one request is bad,
   * nothing is issued and the error names it: its `argument` is, say, `'requests[3].userId'`.
   *
   * @throws Token04Error as `issue`.
   */
  issueMany(requests: readonly Token04Request[]): Promise<string[]>;
}

/**
 * An issuer with its key prepared once, on WebCrypto: for edge runtimes. **Never in a client**: who
 * has the server secret can be anyone.
 *
 * Nonce and IV come from the runtime's random generator; ctime is the current second.
 * The plaintext is the one that official Node.js would make (docs/specification.md, 2).
 *
 * @throws Token04Error `ERR_TOKEN04_APP_ID`, `ERR_TOKEN04_SECRET` or `ERR_TOKEN04_ARGUMENT`.
 *
 * @example
 * ```js
 * import { createIssuer, inspectToken04 } from '@token04/core/web';
 *
 * const issuer = createIssuer({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   mode: 'gcm',
 * });
 * const token = await issuer.issue({
 *   userId: 'demo',
 *   effectiveTimeInSeconds: 3600,
 *   room: { roomId: 'demo', publish: true },
 * });
 * inspectToken04(token).mode; // → 'gcm'
 * ```
 */
export function createIssuer(options: IssuerOptions): Issuer {
  const { appId, serverSecret, mode } = readIssuerOptions(options);
  const key = prepareKey(serverSecret);
  return {
    async issue(request) {
      return seal(key, mode, draftRequest(appId, request, randomInt32()));
    },
    async issueWithTimes(request) {
      const draft = draftRequest(appId, request, randomInt32());
      return { token: await seal(key, mode, draft), ctime: draft.ctime, expire: draft.expire };
    },
    async issueMany(requests) {
      const tokens: string[] = [];
      // One after another, as all at once take the same time and more memory.
      for (const draft of draftRequests(appId, requests, randomInt32)) {
        tokens.push(await seal(key, mode, draft));
      }
      return tokens;
    },
  };
}
