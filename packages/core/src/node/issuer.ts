import { createSecretKey, type KeyObject } from 'node:crypto';
import { checkIssuer, type IssuerOptions } from '../lib/issuer.ts';
import {
  type CheckedRequest,
  checkRequest,
  checkRequests,
  type Draft,
  draftToken,
  type Token04Request,
} from '../lib/request.ts';
import { BLOCK_BYTES, IV_BYTES, MAX_PLAINTEXT_BYTES, writeToken } from '../lib/wire.ts';
import { type BlockStream, createEncryptor } from './cbc-stream.ts';
import { base64, sealGcm } from './cipher.ts';
import { fillRandom, randomNonce } from './random.ts';

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
  const { appId, key, mode } = checkIssuer(options);
  const secret = createSecretKey(key);
  const encrypt = createEncryptor(secret);
  const issueAll = (requests: readonly CheckedRequest[]): string[] =>
    mode === 'cbc'
      ? issueCbc(encrypt, appId, requests)
      : draftTokens(appId, requests).map((draft) => issueGcm(secret, draft));
  return {
    issue: (request) => issueAll([checkRequest(request)])[0] as string,
    issueMany: (requests) => issueAll(checkRequests(requests)),
  };
}

export function issueCbc(
  encrypt: BlockStream,
  appId: number,
  requests: readonly CheckedRequest[],
): string[] {
  return sealCbc(encrypt, draftTokens(appId, requests));
}

/** All that can fail or run a caller's code is done before R is drawn or scratch memory touched. */
function draftTokens(appId: number, requests: readonly CheckedRequest[]): Draft[] {
  return requests.map((request) => draftToken(appId, request, randomNonce()));
}

function issueGcm(secret: KeyObject, { expire, plaintext }: Draft): string {
  const iv = new Uint8Array(IV_BYTES.gcm);
  fillRandom(iv, 0, iv.length);
  const ciphertext = sealGcm(secret, iv, plaintext);
  return writeToken({ expire, mode: 'gcm', iv, ciphertext }, base64);
}

/** What one token takes at most: R, the plaintext and its padding. */
const MAX_SLOT_BYTES = BLOCK_BYTES + MAX_PLAINTEXT_BYTES + BLOCK_BYTES;
/** Several of the largest tokens, or about a thousand of usual size. */
const SCRATCH_BYTES = 0x4_0000;
const scratch: Buffer = /* @__PURE__ */ Buffer.allocUnsafeSlow(SCRATCH_BYTES);

/** As many tokens in one call of the cipher as the scratch memory holds; see createEncryptor. */
function sealCbc(encrypt: BlockStream, drafts: readonly Draft[]): string[] {
  const tokens: string[] = [];
  while (tokens.length < drafts.length) {
    const ends = layOut(drafts, tokens.length);
    const sealed = encrypt(scratch.subarray(0, ends.at(-1)));
    let start = 0;
    for (const end of ends) {
      const { expire } = drafts[tokens.length] as Draft;
      const iv = sealed.subarray(start, start + BLOCK_BYTES);
      const ciphertext = sealed.subarray(start + BLOCK_BYTES, end);
      tokens.push(writeToken({ expire, mode: 'cbc', iv, ciphertext }, base64));
      start = end;
    }
  }
  return tokens;
}

/** Writes `R | padded plaintext` of the drafts from an index on, and returns where each ends. */
function layOut(drafts: readonly Draft[], first: number): number[] {
  const ends: number[] = [];
  let end = 0;
  for (let i = first; i < drafts.length && end + MAX_SLOT_BYTES <= SCRATCH_BYTES; i++) {
    fillRandom(scratch, end, BLOCK_BYTES);
    end += BLOCK_BYTES;
    end += scratch.write((drafts[i] as Draft).plaintext, end);
    const padding = BLOCK_BYTES - (end % BLOCK_BYTES);
    for (let i = 0; i < padding; i++) scratch[end++] = padding;
    ends.push(end);
  }
  return ends;
}
