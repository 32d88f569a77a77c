import { createCipheriv } from 'node:crypto';
import { checkIssuer, type IssuerOptions } from '../lib/issuer.ts';
import { type Draft, draftRequest, draftRequests, type Token04Request } from '../lib/request.ts';
import { createCbcStream } from './cbc-stream.ts';
import { randomGcmIv, randomInt32 } from './random.ts';
import { sealCbc, sealGcm, sealManyCbc } from './seal.ts';

/** Makes tokens for one app. */
export interface Issuer {
  /**
   * One token for one user.
   *
   * @throws Token04Error `ERR_TOKEN04_USER_ID`, `ERR_TOKEN04_EFFECTIVE_TIME`,
   * `ERR_TOKEN04_PAYLOAD`, `ERR_TOKEN04_TOO_LARGE` or `ERR_TOKEN04_ARGUMENT`.
   */
  issue(request: Token04Request): string;

  /**
   * A token for each request, in their order. Where one request is bad, nothing is issued and the
   * error names it: its `argument` is, say, `'requests[3].userId'`.
   *
   * @throws Token04Error as `issue`.
   */
  issueMany(requests: readonly Token04Request[]): string[];
}

/**
 * An issuer with its key prepared once: for servers.
 *
 * Nonce and IV are drawn from the operating system's random generator; ctime is the current second.
 * The plaintext is the one that official Node.js would make (docs/specification.md, 2).
 *
 * @throws Token04Error `ERR_TOKEN04_APP_ID`, `ERR_TOKEN04_SECRET` or `ERR_TOKEN04_ARGUMENT`.
 *
 * @example
 * ```js
 * import { createIssuer, inspectToken04, roomPayload } from '@token04/core';
 *
 * const issuer = createIssuer({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   mode: 'gcm',
 * });
 * const token = issuer.issue({
 *   userId: 'demo',
 *   effectiveTimeInSeconds: 3600,
 *   payload: roomPayload({ roomId: 'demo', login: true, publish: false }),
 * });
 * inspectToken04(token).mode; // → 'gcm'
 * ```
 */
export function createIssuer(options: IssuerOptions): Issuer {
  const { appId, serverSecret, mode } = checkIssuer(options);
  const encrypt = createCbcStream(createCipheriv, serverSecret);
  const seal = (draft: Draft): string =>
    mode === 'cbc' ? sealCbc(encrypt, draft) : sealGcm(serverSecret, randomGcmIv(), draft);
  // All that can fail or run a caller's code is done before R is drawn or scratch memory touched.
  return {
    issue: (request) => seal(draftRequest(appId, request, randomInt32())),
    issueMany(requests) {
      const drafts = draftRequests(appId, requests, randomInt32);
      return mode === 'cbc' ? sealManyCbc(encrypt, drafts) : drafts.map(seal);
    },
  };
}
