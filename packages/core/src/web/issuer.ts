import { utf8 } from '../lib/arguments.ts';
import { checkIssuer, type IssuerOptions } from '../lib/issuer.ts';
import { type Draft, draftRequest, draftRequests, type Token04Request } from '../lib/request.ts';
import { IV_BYTES, type Token04Mode, writeToken } from '../lib/wire.ts';
import { type Key, prepareKey, seal } from './cipher.ts';

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
   * A token for each request, in their order. Where one request is bad, nothing is issued and the
   * error names it: its `argument` is, say, `'requests[3].userId'`.
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
 * import { createIssuer, inspectToken04, roomPayload } from '@token04/core/web';
 *
 * const issuer = createIssuer({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   mode: 'gcm',
 * });
 * const token = await issuer.issue({
 *   userId: 'demo',
 *   effectiveTimeInSeconds: 3600,
 *   payload: roomPayload({ roomId: 'demo', login: true, publish: false }),
 * });
 * inspectToken04(token).mode; // → 'gcm'
 * ```
 */
export function createIssuer(options: IssuerOptions): Issuer {
  const { appId, serverSecret, mode } = checkIssuer(options);
  const key = prepareKey(serverSecret);
  return {
    async issue(request) {
      return sealDraft(key, mode, draftRequest(appId, request, randomNonce()));
    },
    async issueMany(requests) {
      const tokens: string[] = [];
      for (const draft of draftRequests(appId, requests, randomNonce)) {
        tokens.push(await sealDraft(key, mode, draft));
      }
      return tokens;
    },
  };
}

export async function sealDraft(
  key: Key,
  mode: Token04Mode,
  [plaintext, expire]: Draft,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES[mode]));
  const ciphertext = await seal(key, mode, iv, utf8.encode(plaintext));
  return writeToken({ expire, mode, iv, ciphertext });
}

export function randomNonce(): number {
  return crypto.getRandomValues(new Int32Array(1))[0] as number;
}
