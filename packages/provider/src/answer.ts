import { describe } from '@token04/core/check';
import { inspectToken04 } from '@token04/core/web';
import { elapsed, type Moment } from './clock.ts';
import { TokenProviderError } from './errors.ts';
import { isResponse, readResponse } from './response.ts';

/** What a token endpoint says of a token. Other fields are ignored. */
export interface FetchedToken {
  token: string;
  /** Whose token it is: with this ID the client has to log in. */
  userId?: string | undefined;
  /** Seconds since 1970; read from the token unless given. */
  expiresAt?: number | undefined;
  /**
   * The seconds after which to renew, counted from now. A device whose clock is wrong needs it to
   * renew in time, and is served the token until then at least.
   */
  renewAfter?: number | undefined;
}

export interface UsableToken {
  readonly token: string;
  readonly userId: string | undefined;
  /** When it was asked for. It may have been made as early as that. */
  readonly asked: Moment;
  /** Both in milliseconds since `asked`. */
  readonly goodFor: number;
  readonly renewAfter: number;
}

/** Where timestamps in milliseconds begin: in seconds this is the year 5138. */
const TOO_LATE = 100_000_000_000;
/** Thirty years. More is a timestamp. */
const TOO_LONG = 1_000_000_000;

/**
 * What `fetchToken` gave, read.
 *
 * @param leadSeconds how long before the expire to renew, unless the answer says when
 * @throws TokenProviderError `_HTTP`, `_ANSWER`, `_EXPIRED`; Token04Error `ERR_TOKEN04_MALFORMED`
 */
export async function readAnswer(
  answer: unknown,
  asked: Moment,
  leadSeconds: number,
): Promise<UsableToken> {
  const said = isResponse(answer) ? await readResponse(answer) : answer;
  const { token, userId, expiresAt, renewAfter } = readFields(said);
  const expire =
    expiresAt ?? seconds(inspectToken04(token).expire, 'expire', TOO_LATE, 'seconds since 1970');

  // A token whose renewal is still to come is good, whatever this device's clock says.
  const goodFor = Math.max(expire * 1000 - asked.wall, (renewAfter ?? 0) * 1000);
  if (goodFor <= elapsed(asked)) {
    throw new TokenProviderError(
      'ERR_PROVIDER_EXPIRED',
      "the token has ended already, or this device's clock is wrong (renewAfter would help)",
    );
  }
  return {
    token,
    userId,
    asked,
    goodFor,
    renewAfter:
      renewAfter === undefined ? Math.max(goodFor - leadSeconds * 1000, 0) : renewAfter * 1000,
  };
}

function readFields(said: unknown): FetchedToken {
  const { token, userId, expiresAt, renewAfter }: Record<string, unknown> =
    typeof said === 'object' && said !== null ? { ...said } : { token: said };
  if (typeof token !== 'string' || token === '') {
    throw bad(
      'the answer',
      'a token, { token, userId?, expiresAt?, renewAfter? } or a Response',
      said,
    );
  }
  // With an empty one every login is refused.
  if (userId !== undefined && (typeof userId !== 'string' || userId === '')) {
    throw bad('userId', 'a string that is not empty', userId);
  }
  return {
    token,
    userId,
    ...(expiresAt !== undefined && {
      expiresAt: seconds(expiresAt, 'expiresAt', TOO_LATE, 'seconds since 1970'),
    }),
    ...(renewAfter !== undefined && {
      renewAfter: seconds(renewAfter, 'renewAfter', TOO_LONG, 'seconds from now'),
    }),
  };
}

function seconds(value: unknown, name: string, limit: number, unit: string): number {
  if (typeof value !== 'number' || !(value >= 0 && value < limit)) throw bad(name, unit, value);
  return value;
}

/** Nothing of a string is shown: it may be a token. */
function bad(name: string, expected: string, got: unknown): TokenProviderError {
  const shown = typeof got === 'string' ? 'a string' : describe(got);
  return new TokenProviderError('ERR_PROVIDER_ANSWER', `${name} must be ${expected}, got ${shown}`);
}
