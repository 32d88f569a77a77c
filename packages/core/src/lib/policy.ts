import type { Token04Error } from '../errors.ts';
import {
  appIdArgument,
  filledArgument,
  isArray,
  listArgument,
  NOT_EMPTY,
  numberArgument,
  oneOf,
  readChecks,
  secretArgument,
} from './arguments.ts';
import { claimsError, type Token04Claims } from './claims.ts';
import { tokenError } from './token-error.ts';
import { MODES, type Token04Mode } from './wire.ts';

/** What a token must hold to be accepted. Every check is off unless its option is given. */
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
   * 24 days from ctime to expire, less than 30 seconds left (docs/specification.md, 6).
   */
  service?: 'express' | 'zim';
}

/** {@link VerifyOptions}, checked, with the secrets as key bytes. */
export interface Policy {
  readonly keys: readonly Uint8Array[];
  readonly appId: number | undefined;
  readonly userId: string | undefined;
  readonly modes: readonly Token04Mode[];
  readonly now: number | undefined;
  readonly tolerance: number;
  readonly service: 'express' | 'zim';
}

const ZIM_MAX_LIFETIME = 2_073_600;
const ZIM_MIN_REMAINING = 30;
/** What ZIM alone refuses is seen in ZIM alone. */
const ZIM = [6000101, [6000103]] as const;

export function readPolicy(options: unknown): Policy {
  const fields = readChecks(options, 'serverSecret', [
    'appId',
    'userId',
    'modes',
    'now',
    'clockToleranceInSeconds',
    'service',
  ]);
  const {
    serverSecret,
    appId,
    userId,
    modes = MODES,
    now,
    clockToleranceInSeconds = 0,
    service = 'express',
  } = fields;
  return {
    keys: isArray(serverSecret)
      ? listArgument(serverSecret, 'serverSecret', secretArgument, NOT_EMPTY, 'ERR_TOKEN04_SECRET')
      : [secretArgument(serverSecret, 'serverSecret')],
    appId: appId === undefined ? appId : appIdArgument(appId),
    // Of any length, since official generators set no limit.
    userId: userId === undefined ? userId : filledArgument(userId, 'userId', 'ERR_TOKEN04_USER_ID'),
    modes: listArgument(modes, 'modes', (mode, name) => oneOf(mode, MODES, name), NOT_EMPTY),
    now: now === undefined ? now : numberArgument(now, 'now'),
    tolerance: numberArgument(clockToleranceInSeconds, 'clockToleranceInSeconds', 0),
    service: oneOf(service, ['express', 'zim'], 'service'),
  };
}

/** Before anything is decrypted: a mode that is not wanted is no oracle either. */
export function checkMode(policy: Policy, mode: Token04Mode): void {
  if (!policy.modes.includes(mode)) throw mismatch(`its mode is ${mode}`);
}

/** Who and what comes before when, as in ZEGO's own numbering of these failures. */
export function checkClaims(policy: Policy, claims: Token04Claims): void {
  const { appId, userId, ctime, expire, payload } = claims;
  const isZim = policy.service === 'zim';
  if (userId === '') throw claimsError('user_id is empty');
  if (expire <= ctime) throw claimsError('expire is not after ctime');
  if (appId !== (policy.appId ?? appId)) throw mismatch('it is of another app', 1002076);
  if (userId !== (policy.userId ?? userId)) throw mismatch('it is of another user', 1002077);
  if (isZim && payload !== '') throw mismatch('it has a payload, and ZIM takes none', ...ZIM);
  if (isZim && expire - ctime > ZIM_MAX_LIFETIME) {
    throw mismatch("it lives longer than ZIM's 24 days", ...ZIM);
  }

  const remaining = expire + policy.tolerance - (policy.now ?? Date.now() / 1000);
  if (remaining <= 0) throw expired('has expired', 1002078, [1102018, 6000106]);
  if (isZim && remaining < ZIM_MIN_REMAINING)
    throw expired('expires within 30 seconds', 6000108, []);
}

function mismatch(reason: string, native = 1002033, others?: readonly number[]): Token04Error {
  return tokenError('ERR_TOKEN04_MISMATCH', `the token does not fit: ${reason}`, native, others);
}

function expired(reason: string, native: number, others: readonly number[]): Token04Error {
  return tokenError('ERR_TOKEN04_EXPIRED', `the token ${reason}`, native, others);
}
