import {
  appIdArgument,
  filledArgument,
  isArray,
  listOf,
  modeArgument,
  numberArgument,
  oneOf,
  optional,
  type Reader,
  readFields,
  secondsArgument,
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
  readonly serverSecret: readonly Uint8Array[];
  readonly appId: number | undefined;
  readonly userId: string | undefined;
  readonly modes: readonly Token04Mode[];
  readonly now: number | undefined;
  readonly clockToleranceInSeconds: number;
  readonly service: 'express' | 'zim';
}

const ZIM_MAX_LIFETIME = 2_073_600;
const ZIM_MIN_REMAINING = 30;

export function readPolicy(options: unknown): Policy {
  return readFields(
    options,
    'options',
    {
      serverSecret: secretsArgument,
      appId: optional(appIdArgument),
      // Of any length, since official generators set no limit.
      userId: optional(filledArgument('ERR_TOKEN04_USER_ID')),
      modes: optional(listOf(modeArgument), MODES),
      now: optional(numberArgument),
      clockToleranceInSeconds: optional(secondsArgument, 0),
      service: optional(oneOf(['express', 'zim']), 'express'),
    },
    true,
  );
}

const secretsArgument: Reader<Uint8Array[]> = (value, argument) =>
  isArray(value)
    ? listOf(secretArgument, 'ERR_TOKEN04_SECRET')(value, argument)
    : [secretArgument(value, argument)];

/** Before anything is decrypted: a mode that is not wanted is no oracle either. */
export function checkMode(policy: Policy, mode: Token04Mode): void {
  if (!policy.modes.includes(mode)) mismatch(`its mode is ${mode}`);
}

/** Who and what comes before when, as in ZEGO's own numbering of these failures. */
export function checkClaims(policy: Policy, claims: Token04Claims): Token04Claims {
  const { appId, userId, ctime, expire, payload } = claims;
  const isZim = policy.service === 'zim';
  if (userId === '') claimsError('user_id is empty');
  if (expire <= ctime) claimsError('expire is not after ctime');
  if (appId !== (policy.appId ?? appId)) mismatch('it is of another app', 1002076);
  if (userId !== (policy.userId ?? userId)) mismatch('it is of another user', 1002077);
  // What ZIM alone refuses is seen in ZIM alone.
  if (isZim && payload !== '') mismatch('ZIM takes no payload', 6000101, [6000103]);
  if (isZim && expire - ctime > ZIM_MAX_LIFETIME) {
    mismatch('ZIM takes 24 days at most', 6000101, [6000103]);
  }

  const remaining = expire + policy.clockToleranceInSeconds - (policy.now ?? Date.now() / 1000);
  if (remaining <= 0) {
    tokenError('ERR_TOKEN04_EXPIRED', 'it has expired', 1002078, [1102018, 6000106]);
  }
  if (isZim && remaining < ZIM_MIN_REMAINING) {
    tokenError('ERR_TOKEN04_EXPIRED', 'it expires within 30 seconds', 6000108, []);
  }
  return claims;
}

function mismatch(reason: string, native = 1002033, others?: readonly number[]): never {
  tokenError('ERR_TOKEN04_MISMATCH', reason, native, others);
}
