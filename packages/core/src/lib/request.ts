import {
  appIdArgument,
  argumentError,
  booleanArgument,
  effectiveTimeArgument,
  listArgument,
  payloadArgument,
  readFields,
  secretArgument,
  tooLarge,
  userIdArgument,
} from './arguments.ts';
import { type Token04Claims, writeClaims } from './claims.ts';
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
  readonly effectiveTimeInSeconds: number;
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
  const allowLongLived = longLivedArgument(fields.allowLongLived, `${path}allowLongLived`);
  return {
    userId: userIdArgument(fields.userId, `${path}userId`),
    effectiveTimeInSeconds: effectiveTimeArgument(
      fields.effectiveTimeInSeconds,
      allowLongLived,
      `${path}effectiveTimeInSeconds`,
    ),
    payload: payloadArgument(fields.payload, `${path}payload`),
    path,
  };
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
  const fields = readFields(options, 'options', ['allowLongLived']);
  const allowLongLived = longLivedArgument(fields.allowLongLived, 'allowLongLived');
  return {
    appId: appIdArgument(appId),
    userId: userIdArgument(userId),
    key: secretArgument(secret, 'secret'),
    effectiveTimeInSeconds: effectiveTimeArgument(effectiveTimeInSeconds, allowLongLived),
    payload: payloadArgument(payload),
    path: '',
  };
}

export function checkRequests(requests: unknown): CheckedRequest[] {
  return listArgument(requests, 'requests', (request, argument) =>
    checkRequest(request, argument, `${argument}.`),
  );
}

/** Everything that can fail happens here, before a key or random bytes are used. */
export function draftToken(
  appId: number,
  request: CheckedRequest,
  ctime: number,
  nonce: number,
): Draft {
  const { userId, payload, path } = request;
  const expire = ctime + request.effectiveTimeInSeconds;
  if (!Number.isSafeInteger(expire)) {
    throw argumentError(
      'ERR_TOKEN04_EFFECTIVE_TIME',
      `${path}effectiveTimeInSeconds`,
      `at most ${Number.MAX_SAFE_INTEGER - ctime} from now on`,
      String(request.effectiveTimeInSeconds),
    );
  }
  const claims: Token04Claims = { appId, userId, ctime, expire, nonce, payload };
  const plaintext = writeClaims(claims);
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

/** The clock of a new token, in whole seconds as the official generators round it: down. */
export function currentSecond(): number {
  return Math.floor(Date.now() / 1000);
}
