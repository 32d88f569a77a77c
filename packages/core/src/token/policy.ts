// What a token must hold to be accepted (docs/specification.md, 6).
import { readAnyUserId, readAppId, readMode, readSecret } from '../check/arguments.ts';
import { isArray } from '../check/describe.ts';
import { readFields } from '../check/fields.ts';
import { listOf, oneOf, optional, type Reader, readNumber, readSeconds } from '../check/rules.ts';
import type { Token04ClaimName, Token04Error } from '../errors.ts';
import type { TokenFault } from '../format/client-codes.ts';
import { MODES, type Token04Mode } from '../format/frame.ts';
import { ZIM_MAX_SECONDS_LEFT, ZIM_MIN_SECONDS_LEFT } from '../format/limits.ts';
import { tokenError } from '../token-error.ts';
import { claimsError, type Token04Claims } from './claims.ts';

/** Every check is off unless its option is given. */
export interface VerifyOptions {
  /** The app's server secret, or several while it is being rotated: the first that fits counts. */
  serverSecret: string | readonly string[];
  /** The token must be of this app. */
  appId?: number;
  /** The token must be of this user. */
  userId?: string;
  /**
   * The modes to accept; both unless given. **No CBC token proves who made it**: whoever holds one
   * can change its first 16 plaintext bytes without the key and unseen, in tokens of the Java
   * sample the user's first four characters. A server that decides anything by the userId or appId
   * passes `['gcm']` (docs/specification.md, 11).
   */
  modes?: readonly Token04Mode[];
  /** The current time in seconds since 1970, fractions allowed; the clock unless given. */
  now?: number;
  /** For how many seconds beyond its expire a token is still accepted; 0 unless given. */
  clockToleranceInSeconds?: number;
  /**
   * `'express'` (the default) adds nothing. `'zim'` refuses what ZIM refuses: a payload, more than
   * 24 days from now to expire, less than 30 seconds left; the tolerance changes neither
   * (docs/specification.md, 6).
   */
  service?: 'express' | 'zim';
}

/** {@link VerifyOptions}, checked, with the secrets as key bytes. */
export interface Policy {
  readonly serverSecret: readonly Uint8Array[];
  readonly appId: number | undefined;
  readonly userId: string | undefined;
  readonly modes: readonly Token04Mode[];
  readonly now: number | undefined;
  readonly clockToleranceInSeconds: number;
  readonly service: 'express' | 'zim';
}

const readService: Reader<'express' | 'zim'> = /* @__PURE__ */ oneOf(['express', 'zim']);

const POLICY_READERS = {
  serverSecret: readSecrets,
  appId: /* @__PURE__ */ optional(readAppId),
  userId: /* @__PURE__ */ optional(readAnyUserId),
  modes: /* @__PURE__ */ optional(/* @__PURE__ */ listOf(readMode), MODES),
  now: /* @__PURE__ */ optional(readNumber),
  clockToleranceInSeconds: /* @__PURE__ */ optional(readSeconds, 0),
  service: /* @__PURE__ */ optional(readService, 'express'),
};

export function readPolicy(options: unknown): Policy {
  return readFields(options, 'options', POLICY_READERS, 'refused');
}

const readSecretList: Reader<Uint8Array[]> = /* @__PURE__ */ listOf(
  readSecret,
  'ERR_TOKEN04_SECRET',
);

function readSecrets(value: unknown, argument: string): Uint8Array[] {
  return isArray(value) ? readSecretList(value, argument) : [readSecret(value, argument)];
}

/** Called before anything is decrypted, so that a mode that is not wanted is no oracle either. */
export function checkMode({ modes }: Policy, mode: Token04Mode): void {
  if (modes.includes(mode)) return;
  throw mismatchError(`its mode is ${mode}, not ${modes[0]}`, 'mode');
}

/** The app and the user are checked before the time, in the order of ZEGO's own numbers for it. */
export function checkClaims(policy: Policy, claims: Token04Claims): Token04Claims {
  const { appId, userId, ctime, expire } = claims;
  if (userId === '') throw claimsError('user_id is empty', 'userId');
  if (expire <= ctime) throw claimsError('expire is not after ctime', 'expire');
  if (policy.appId !== undefined && appId !== policy.appId) {
    throw mismatchError('it is of another app', 'appId');
  }
  if (policy.userId !== undefined && userId !== policy.userId) {
    throw mismatchError('it is of another user', 'userId');
  }

  const now = policy.now ?? Date.now() / 1000;
  if (policy.service === 'zim') checkZimLimits(claims, now);
  // Not `now >=`, by which a clock that is NaN, a stubbed one's, would let every old token in.
  if (!(now < expire + policy.clockToleranceInSeconds)) {
    throw tokenError('ERR_TOKEN04_EXPIRED', 'it has expired', 'expired', 'expire');
  }
  if (policy.service === 'zim' && expire - now < ZIM_MIN_SECONDS_LEFT) {
    const reason = `ZIM takes none with under ${ZIM_MIN_SECONDS_LEFT} seconds left`;
    throw tokenError('ERR_TOKEN04_EXPIRED', reason, 'zimExpiresSoon', 'expire');
  }
  return claims;
}

function checkZimLimits({ payload, expire }: Token04Claims, now: number): void {
  if (payload !== '') throw mismatchError('ZIM takes no payload', 'payload', 'zimPayload');
  if (expire - now > ZIM_MAX_SECONDS_LEFT) {
    throw mismatchError('ZIM takes none with over 24 days left', 'expire', 'zimLivesLong');
  }
}

function mismatchError(
  reason: string,
  claim: Token04ClaimName,
  fault: TokenFault = claim,
): Token04Error {
  return tokenError('ERR_TOKEN04_MISMATCH', reason, fault, claim);
}
