import {
  appIdArgument,
  booleanArgument,
  effectiveTimeArgument,
  listArgument,
  payloadArgument,
  readFields,
  secretArgument,
  tooLarge,
  userIdArgument,
} from './arguments.ts';
import { writeClaims } from './claims.ts';
import { MAX_PLAINTEXT_BYTES } from './wire.ts';

/** What one token is to say. */
export interface Token04Request {
  /** 1 to 64 UTF-16 units; the same ID with which the user logs in. */
  userId: string;
  /** How long the token is good, an integer from 1 to 315,360,000 seconds (ten years). */
  effectiveTimeInSeconds: number;
  /** A string such as `roomPayload()` makes; absent or `''` for a basic (identity) token. */
  payload?: string | undefined;
  /** Allows more than ten years, which otherwise is taken for a timestamp passed by mistake. */
  allowLongLived?: boolean | undefined;
}

/** A request whose every argument was checked. */
export interface CheckedRequest {
  readonly userId: string;
  readonly ctime: number;
  readonly expire: number;
  readonly payload: string;
  /** Where the request stood, such as `requests[3].`; it leads the argument's name in errors. */
  readonly path: string;
}

/** The sixth argument of `generateToken04`. */
export interface GenerateOptions {
  /** Allows more than ten years, which otherwise is taken for a timestamp passed by mistake. */
  allowLongLived?: boolean | undefined;
}

/** A token before it is encrypted. */
export interface Draft {
  readonly expire: number;
  readonly plaintext: string;
}

const REQUEST_FIELDS = ['userId', 'effectiveTimeInSeconds', 'payload', 'allowLongLived'] as const;

const utf8 = new TextEncoder();

export function checkRequest(request: unknown, argument = 'request', path = ''): CheckedRequest {
  const fields = readFields(request, argument, REQUEST_FIELDS);
  const userId = userIdArgument(fields.userId, `${path}userId`);
  const { ctime, expire } = checkTimes(fields.effectiveTimeInSeconds, fields.allowLongLived, path);
  return {
    userId,
    ctime,
    expire,
    payload: payloadArgument(fields.payload, `${path}payload`),
    path,
  };
}

/** The clock is read here, in whole seconds, rounded down as the official generators do. */
function checkTimes(
  effectiveTimeInSeconds: unknown,
  allowLongLived: unknown,
  path: string,
): Pick<CheckedRequest, 'ctime' | 'expire'> {
  const ctime = Math.floor(Date.now() / 1000);
  const lifetime = effectiveTimeArgument(
    effectiveTimeInSeconds,
    longLivedArgument(allowLongLived, `${path}allowLongLived`),
    // So that expire is a safe integer, too.
    Number.MAX_SAFE_INTEGER - ctime,
    `${path}effectiveTimeInSeconds`,
  );
  return { ctime, expire: ctime + lifetime };
}

function longLivedArgument(value: unknown, argument: string): boolean {
  return value !== undefined && booleanArgument(value, argument);
}

/** The arguments of `generateToken04`, in the order in which the official samples check theirs. */
export function checkGenerate(
  appId: unknown,
  userId: unknown,
  secret: unknown,
  effectiveTimeInSeconds: unknown,
  payload: unknown,
  options: unknown = {},
): CheckedRequest & { readonly appId: number; readonly key: Uint8Array } {
  // Written out, since object spreads take longer than all of the rest.
  const checkedAppId = appIdArgument(appId);
  const checkedUserId = userIdArgument(userId);
  const key = secretArgument(secret, 'secret');
  // Before the time, which is judged by it.
  const { allowLongLived } = readFields(options, 'options', ['allowLongLived']);
  const { ctime, expire } = checkTimes(effectiveTimeInSeconds, allowLongLived, '');
  return {
    appId: checkedAppId,
    userId: checkedUserId,
    key,
    ctime,
    expire,
    payload: payloadArgument(payload),
    path: '',
  };
}

export function checkRequests(requests: unknown): CheckedRequest[] {
  return listArgument(requests, 'requests', (request, argument) =>
    checkRequest(request, argument, `${argument}.`),
  );
}

/** The last that can fail: what comes after has only to encrypt. */
export function draftToken(appId: number, request: CheckedRequest, nonce: number): Draft {
  const { userId, ctime, expire, payload, path } = request;
  const plaintext = writeClaims({ appId, userId, ctime, expire, nonce, payload });
  if (!fits(plaintext)) throw tooLarge(`${path}payload`);
  return { expire, plaintext };
}

/** Whether a plaintext has few enough UTF-8 bytes; a UTF-16 unit takes three of them at most. */
export function fits(plaintext: string): boolean {
  return (
    plaintext.length * 3 <= MAX_PLAINTEXT_BYTES ||
    utf8.encode(plaintext).length <= MAX_PLAINTEXT_BYTES
  );
}
