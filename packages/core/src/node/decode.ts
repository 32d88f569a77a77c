import { secretArgument } from '../lib/arguments.ts';
import { type DecodedToken04, decodeFrame } from '../lib/plaintext.ts';
import { readToken } from '../lib/wire.ts';
import { decodeBase64 } from './base64.ts';
import { createOpener, openWithAny } from './open.ts';
import { remember } from './remember.ts';

/**
 * What a token says: decrypted and well-formed, but judged by no clock and no policy. Whether it
 * is good is what `verifyToken04` answers. Up to 8 secrets stay in memory with their ciphers.
 *
 * Reads tokens of all official generators, in both modes. A CBC token proves nothing about who
 * made it (see `verifyToken04`).
 *
 * @throws Token04Error `ERR_TOKEN04_SECRET` for the argument; `ERR_TOKEN04_MALFORMED`,
 * `ERR_TOKEN04_DECRYPTION` or `ERR_TOKEN04_CLAIMS` for the token.
 *
 * @example
 * ```js
 * import { decodeToken04, generateToken04 } from '@token04/core';
 *
 * const secret = 'fa94dd0f974cf2e293728a526b028271';
 * const { claims, mode } = decodeToken04(generateToken04(1, 'demo', secret, 3600), secret);
 * claims.expire - claims.ctime; // → 3600
 * mode; // → 'cbc'
 * ```
 */
export function decodeToken04(token: string, serverSecret: string): DecodedToken04 {
  const opener = openerOf(serverSecret);
  const frame = readToken(token, decodeBase64);
  return decodeFrame(frame, openWithAny([opener], frame));
}

const openerOf = /* @__PURE__ */ remember((serverSecret) =>
  createOpener(secretArgument(serverSecret, 'serverSecret')),
);
