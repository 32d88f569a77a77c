import { readToken } from '../format/token.ts';
import { type DecodedToken04, decoded, readClaims, type Token04Claims } from '../token/claims.ts';
import { checkClaims, checkMode, readPolicy, type VerifyOptions } from '../token/policy.ts';
import { decodeBase64 } from './buffers.ts';
import { open, prepareKey } from './cipher.ts';
import { rememberedKey } from './remember.ts';

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
  const key = rememberedKey(serverSecret, 'serverSecret');
  const read = readToken(token, decodeBase64);
  return decoded(read, open([key], read));
}

/** Verifies tokens under one policy. */
export interface Verifier {
  /** @throws Token04Error as `verifyToken04` does for the token. */
  verify(token: string): Token04Claims;
}

/**
 * The claims of a token that is good: decrypted by the secret (or one of several), not expired,
 * with a user and a lifetime, and as the options demand. Anything else throws.
 *
 * A CBC token does not prove who made it: pass `modes: ['gcm']` where a decision hangs on the
 * userId (docs/specification.md, 11). ctime is never compared with the clock, since official .NET
 * makes it up to half a second early.
 *
 * @throws Token04Error for an option: `ERR_TOKEN04_SECRET`, `ERR_TOKEN04_APP_ID`,
 * `ERR_TOKEN04_USER_ID` or `ERR_TOKEN04_ARGUMENT` (also for one that is present but undefined).
 * For the token: `ERR_TOKEN04_MALFORMED`, `ERR_TOKEN04_DECRYPTION`, `ERR_TOKEN04_CLAIMS`,
 * `ERR_TOKEN04_EXPIRED` or `ERR_TOKEN04_MISMATCH`, each with the `clientCodes` that a user of such
 * a token would report.
 *
 * @example
 * ```js
 * import { generateToken04, verifyToken04 } from '@token04/core';
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
 * const token = generateToken04(1, 'demo', serverSecret, 3600);
 * verifyToken04(token, { serverSecret, appId: 1, userId: 'demo' }).payload; // → ''
 * ```
 */
export function verifyToken04(token: string, options: VerifyOptions): Token04Claims {
  return createVerifier(options).verify(token);
}

/**
 * A verifier with its options checked and its keys prepared once: for servers.
 *
 * @throws Token04Error as `verifyToken04` does for the options.
 *
 * @example
 * ```js
 * import { createIssuer, createVerifier } from '@token04/core';
 *
 * const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
 * const { issue } = createIssuer({ appId: 1, serverSecret, mode: 'gcm' });
 * const verifier = createVerifier({ serverSecret, modes: ['gcm'] });
 * verifier.verify(issue({ userId: 'demo', effectiveTimeInSeconds: 60 })).userId; // → 'demo'
 * ```
 */
export function createVerifier(options: VerifyOptions): Verifier {
  const policy = readPolicy(options);
  const keys = policy.serverSecret.map(prepareKey);
  return {
    verify(token) {
      const read = readToken(token, decodeBase64);
      checkMode(policy, read.mode);
      return checkClaims(policy, readClaims(open(keys, read).json, read.expire));
    },
  };
}
