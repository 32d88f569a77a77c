import type { FetchedToken } from './answer.ts';
import { functionArgument, secondsArgument } from './arguments.ts';

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

/** @throws Token04Error `ERR_TOKEN04_ARGUMENT` */
export function checkOptions(options: TokenProviderOptions): Required<
  Pick<TokenProviderOptions, 'fetchToken'>
> & {
  leadSeconds: number;
  timeoutSeconds: number;
  onError: TokenProviderOptions['onError'];
} {
  functionArgument(options?.fetchToken, 'fetchToken');
  const { fetchToken, leadSeconds = 30, timeoutSeconds = 30, onError } = options;
  secondsArgument(leadSeconds, 'leadSeconds', 0);
  secondsArgument(timeoutSeconds, 'timeoutSeconds', 1);
  if (onError !== undefined) functionArgument(onError, 'onError');
  return { fetchToken, leadSeconds, timeoutSeconds, onError };
}
