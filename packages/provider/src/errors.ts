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

  constructor(
    code: TokenProviderErrorCode,
    message: string,
    details: { status?: number; retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.code = code;
    if (details.status !== undefined) this.status = details.status;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
  }
}
