/** What a {@link TokenProviderError} is about. Stable: programs may branch on it. */
export type TokenProviderErrorCode =
  /** The endpoint answered with a status other than 2xx, see `status`. */
  | 'ERR_PROVIDER_HTTP'
  /** What came is no token, or says something impossible of it. */
  | 'ERR_PROVIDER_ANSWER'
  /** The token that came had ended already, by this device's clock. */
  | 'ERR_PROVIDER_EXPIRED'
  /** `fetchToken` took longer than `timeoutSeconds`. */
  | 'ERR_PROVIDER_TIMEOUT'
  /** The provider was stopped. */
  | 'ERR_PROVIDER_STOPPED';

/** What is wrong at one place of what was asked for. */
export interface ProblemPlace {
  /** A JSON pointer as a fragment, such as `#/roomId`. */
  readonly pointer: string;
  readonly detail: string;
}

/** Why there is no new token. No message or property of it holds a token. */
export class TokenProviderError extends Error {
  static {
    // On the prototype, as for the built-in errors, so that it is no field of its own in JSON.
    TokenProviderError.prototype.name = 'TokenProviderError';
  }

  readonly code: TokenProviderErrorCode;

  /** The HTTP status of the answer. */
  declare readonly status?: number;

  /** How many seconds the endpoint asked to wait (`Retry-After`). */
  declare readonly retryAfter?: number;

  /** The `code` of the problem that the endpoint answered with (RFC 9457), such as `forbidden`. */
  declare readonly problemCode?: string;

  /** Its `errors`: what was wrong in what `fetchToken` asked for. */
  declare readonly errors?: readonly ProblemPlace[];

  constructor(
    code: TokenProviderErrorCode,
    message: string,
    details: {
      readonly status?: number;
      readonly retryAfter?: number | undefined;
      readonly problemCode?: string | undefined;
      readonly errors?: readonly ProblemPlace[] | undefined;
    } = {},
  ) {
    super(message);
    this.code = code;
    if (details.status !== undefined) this.status = details.status;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
    if (details.problemCode !== undefined) this.problemCode = details.problemCode;
    if (details.errors !== undefined) this.errors = details.errors;
  }
}

export function timeoutError(seconds: number): TokenProviderError {
  const message = `fetchToken took longer than ${seconds} seconds`;
  return new TokenProviderError('ERR_PROVIDER_TIMEOUT', message);
}

export function noUserError(): TokenProviderError {
  const message = 'the answer must have a userId for getLogin, got none';
  return new TokenProviderError('ERR_PROVIDER_ANSWER', message);
}

export function stoppedError(): TokenProviderError {
  return new TokenProviderError('ERR_PROVIDER_STOPPED', 'the token provider was stopped');
}
