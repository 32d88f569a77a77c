import {
  argumentError,
  describe,
  optional,
  type Reader,
  reader,
  readFields,
} from '@token04/core/check';
import { RENEWAL_LEAD_IN_SECONDS } from '@token04/core/format';
import type { FetchedToken } from './answer.ts';

export interface TokenProviderOptions {
  /**
   * Asks your server for a token. It may resolve to the `Response` of `fetch`, to the token and
   * what is known of it, or to the token alone. The signal aborts when the provider is stopped and
   * when `timeoutSeconds` are over.
   *
   * A status of 4xx other than 408, 425 and 429, also as the `status` of an error that it throws,
   * is a refusal. Everything else that fails is tried again.
   */
  fetchToken: (request: { signal: AbortSignal }) => PromiseLike<Response | FetchedToken | string>;
  /** How many seconds before the expire to renew, unless the server says when; 30 unless given. */
  leadSeconds?: number | undefined;
  /** How many seconds `fetchToken` may take; 30 unless given. */
  timeoutSeconds?: number | undefined;
  /** Told of each request that failed, also where the old token is still good. */
  onError?: ((error: unknown) => void) | undefined;
}

type Defaults = 'leadSeconds' | 'timeoutSeconds';

/** A day, in seconds: no option has a use for more, and a timer can hold it. */
const LONGEST = 86_400;

function secondsFrom(minimum: number): Reader<number> {
  return reader(
    `seconds, from ${minimum} to ${LONGEST}`,
    (value): value is number => typeof value === 'number' && value >= minimum && value <= LONGEST,
  );
}

function readFunction<F>(value: unknown, argument: string): F {
  if (typeof value === 'function') return value as F;
  throw argumentError(argument, 'a function', describe(value));
}

/** @throws Token04Error `ERR_TOKEN04_ARGUMENT` */
export function readOptions(
  options: TokenProviderOptions,
): Omit<TokenProviderOptions, Defaults> & { [option in Defaults]: number } {
  return readFields(options, 'options', {
    fetchToken: readFunction<TokenProviderOptions['fetchToken']>,
    leadSeconds: optional(secondsFrom(0), RENEWAL_LEAD_IN_SECONDS),
    timeoutSeconds: optional(secondsFrom(1), 30),
    onError: optional(readFunction<(error: unknown) => void>),
  });
}

/** @throws Token04Error `ERR_TOKEN04_ARGUMENT` */
export const readListener: Reader<(token: string, userId: string | undefined) => void> =
  readFunction;
