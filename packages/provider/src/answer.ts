import { inspectToken04 } from '@token04/core/web';
import { elapsed, type Moment } from './clock.ts';
import { TokenProviderError } from './errors.ts';

/** What a token endpoint says of a token. Other fields are ignored. */
export interface FetchedToken {
  token: string;
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
  /** When it was asked for. It may have been made as early as that. */
  readonly asked: Moment;
  /** Both in milliseconds from then. */
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
  const { token, expiresAt, renewAfter } = readFields(said);
  const expire = expiresAt ?? inspectToken04(token).expire;

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
    asked,
    goodFor,
    renewAfter:
      renewAfter === undefined ? Math.max(goodFor - leadSeconds * 1000, 0) : renewAfter * 1000,
  };
}

function readFields(said: unknown): FetchedToken {
  const { token, expiresAt, renewAfter }: Record<string, unknown> =
    typeof said === 'object' && said !== null ? { ...said } : { token: said };
  if (typeof token !== 'string' || token === '') {
    throw bad('the answer', 'a token, { token, expiresAt?, renewAfter? } or a Response', said);
  }
  return {
    token,
    expiresAt: optionalSeconds(expiresAt, 'expiresAt', TOO_LATE, 'seconds since 1970'),
    renewAfter: optionalSeconds(renewAfter, 'renewAfter', TOO_LONG, 'seconds from now'),
  };
}

function optionalSeconds(
  value: unknown,
  name: string,
  limit: number,
  unit: string,
): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= 0 && value < limit)) throw bad(name, unit, value);
  return value;
}

/** Nothing of a string is shown: it may be a token. */
function bad(name: string, expected: string, got: unknown): TokenProviderError {
  const shown = typeof got === 'number' ? String(got) : got === null ? 'null' : `a ${typeof got}`;
  return new TokenProviderError('ERR_PROVIDER_ANSWER', `${name} must be ${expected}, got ${shown}`);
}

/** By its methods, since fetch has many implementations. */
function isResponse(answer: unknown): answer is Response {
  return typeof (answer as Partial<Response> | null | undefined)?.json === 'function';
}

async function readResponse(response: Response): Promise<unknown> {
  const { ok, status } = response;
  if (!ok) {
    // Frees the connection. That it may be broken already is of no interest.
    response.body?.cancel?.().catch(() => {});
    throw new TokenProviderError('ERR_PROVIDER_HTTP', `the token endpoint answered ${status}`, {
      status,
      retryAfter: secondsOf(response.headers.get('retry-after')),
    });
  }
  try {
    return await response.json();
  } catch {
    throw new TokenProviderError('ERR_PROVIDER_ANSWER', 'the token endpoint answered no JSON');
  }
}

/** A Retry-After header is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(seconds, 0);
}
