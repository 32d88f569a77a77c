import { Token04Error } from '../errors.ts';
import {
  appIdArgument,
  argumentError,
  describeKind,
  isArray,
  isText,
  listArgument,
  numberArgument,
  oneOf,
  readFields,
  secretArgument,
} from './arguments.ts';
import { claimsError, type Token04Claims } from './claims.ts';
import { CLIENT_CODES } from './client-codes.ts';
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

const SERVICES = ['express', 'zim'] as const;
const OPTIONS = [
  'serverSecret',
  'appId',
  'userId',
  'modes',
  'now',
  'clockToleranceInSeconds',
  'service',
] as const;

const ZIM_MAX_LIFETIME = 2_073_600;
const ZIM_MIN_REMAINING = 30;

export function readPolicy(options: unknown): Policy {
  const fields = readFields(options, 'options', OPTIONS);

  /** An absent option is a check not wanted; one that came out undefined is a mistake. */
  function option<T>(name: (typeof OPTIONS)[number], read: (value: unknown) => T): T | undefined {
    if (!(name in fields)) return undefined;
    if (fields[name] === undefined) {
      throw argumentError('ERR_TOKEN04_ARGUMENT', name, 'absent or given a value', 'undefined');
    }
    return read(fields[name]);
  }

  return {
    keys: readSecrets(fields.serverSecret),
    appId: option('appId', (value) => appIdArgument(value)),
    userId: option('userId', expectedUserId),
    modes: option('modes', readModes) ?? MODES,
    now: option('now', (value) => numberArgument(value, 'now')),
    tolerance:
      option('clockToleranceInSeconds', (value) =>
        numberArgument(value, 'clockToleranceInSeconds', 0),
      ) ?? 0,
    service: option('service', (value) => oneOf(value, SERVICES, 'service')) ?? 'express',
  };
}

function readSecrets(value: unknown): Uint8Array[] {
  if (!isArray(value)) return [secretArgument(value, 'serverSecret')];
  const keys = listArgument(value, 'serverSecret', secretArgument, 'ERR_TOKEN04_SECRET');
  if (keys.length > 0) return keys;
  throw argumentError('ERR_TOKEN04_SECRET', 'serverSecret', 'one secret or more', 'an empty list');
}

/** Longer than what this package issues, since official generators set no limit. */
function expectedUserId(value: unknown): string {
  if (isText(value) && value !== '') return value;
  const expected = 'a well-formed string, not empty';
  throw argumentError('ERR_TOKEN04_USER_ID', 'userId', expected, describeKind(value));
}

function readModes(value: unknown): Token04Mode[] {
  const modes = listArgument(value, 'modes', (mode, argument) => oneOf(mode, MODES, argument));
  if (modes.length > 0) return modes;
  throw argumentError('ERR_TOKEN04_ARGUMENT', 'modes', 'one mode or more', 'an empty list');
}

/** Before anything is decrypted: a mode that is not wanted is no oracle either. */
export function checkMode(policy: Policy, mode: Token04Mode): void {
  if (!policy.modes.includes(mode)) {
    throw mismatch(`it is in ${mode}, which is not among the modes`, CLIENT_CODES.mismatch);
  }
}

/** Who and what comes before when, as in ZEGO's own numbering of these failures. */
export function checkClaims(policy: Policy, claims: Token04Claims): void {
  if (claims.userId === '') throw claimsError('user_id is empty');
  if (claims.expire <= claims.ctime) throw claimsError('expire is not after ctime');
  if (policy.appId !== undefined && claims.appId !== policy.appId) {
    throw mismatch('it is of another app', CLIENT_CODES.appId);
  }
  if (policy.userId !== undefined && claims.userId !== policy.userId) {
    throw mismatch('it is of another user', CLIENT_CODES.userId);
  }
  if (policy.service === 'zim') checkZimShape(claims);
  checkTime(policy, claims.expire);
}

function checkZimShape(claims: Token04Claims): void {
  if (claims.payload !== '') {
    throw mismatch('it has a payload, and ZIM takes none', CLIENT_CODES.mismatch);
  }
  if (claims.expire - claims.ctime > ZIM_MAX_LIFETIME) {
    throw mismatch('it lives longer than the 24 days that ZIM takes', CLIENT_CODES.mismatch);
  }
}

function checkTime(policy: Policy, expire: number): void {
  const now = policy.now ?? Date.now() / 1000;
  const end = expire + policy.tolerance;
  if (now >= end) throw expired('the token has expired', CLIENT_CODES.expired);
  if (policy.service === 'zim' && end - now < ZIM_MIN_REMAINING) {
    throw expired('the token expires within 30 seconds', CLIENT_CODES.expiresSoon);
  }
}

function mismatch(reason: string, clientCodes: readonly number[]): Token04Error {
  return new Token04Error('ERR_TOKEN04_MISMATCH', `the token does not fit: ${reason}`, {
    clientCodes,
  });
}

function expired(message: string, clientCodes: readonly number[]): Token04Error {
  return new Token04Error('ERR_TOKEN04_EXPIRED', message, { clientCodes });
}
