/** What a {@link Token04Error} is about. Stable: programs may branch on it. */
export type Token04ErrorCode =
  // A bad argument.
  | 'ERR_TOKEN04_APP_ID'
  | 'ERR_TOKEN04_USER_ID'
  | 'ERR_TOKEN04_SECRET'
  | 'ERR_TOKEN04_EFFECTIVE_TIME'
  | 'ERR_TOKEN04_PAYLOAD'
  | 'ERR_TOKEN04_TOO_LARGE'
  | 'ERR_TOKEN04_ARGUMENT'
  // A bad token.
  | 'ERR_TOKEN04_MALFORMED'
  | 'ERR_TOKEN04_DECRYPTION'
  | 'ERR_TOKEN04_CLAIMS'
  | 'ERR_TOKEN04_EXPIRED'
  | 'ERR_TOKEN04_MISMATCH';

/** The numbers that the official generators give for a bad argument (docs/specification.md, 4). */
const OFFICIAL_CODES: { readonly [code in Token04ErrorCode]?: number } = {
  ERR_TOKEN04_APP_ID: 1,
  ERR_TOKEN04_USER_ID: 3,
  ERR_TOKEN04_SECRET: 5,
  ERR_TOKEN04_EFFECTIVE_TIME: 6,
};

/** What of a token is at fault. */
export type Token04ClaimName =
  | 'appId'
  | 'userId'
  | 'ctime'
  | 'expire'
  | 'nonce'
  | 'payload'
  | 'mode';

export interface Token04ErrorDetails {
  argument?: string;
  claim?: Token04ClaimName;
  clientCodes?: number[];
}

/**
 * The only error that this package throws. No message, property or stack of it holds a secret,
 * a plaintext or a token, so it may be logged.
 *
 * Where two copies of the package may be loaded, recognise it by `name` or `code`.
 *
 * @example
 * ```js
 * import { generateToken04, Token04Error } from '@token04/core';
 *
 * try {
 *   generateToken04(0, 'demo', 'fa94dd0f974cf2e293728a526b028271', 3600);
 * } catch (error) {
 *   error instanceof Token04Error; // → true
 *   error.code; // → 'ERR_TOKEN04_APP_ID'
 *   error.officialCode; // → 1
 *   error.message; // → 'appId must be an integer from 1 to 4294967295, got 0'
 * }
 * ```
 */
export class Token04Error extends Error {
  static {
    // On the prototype, as for the built-in errors, so that it is no field of its own in JSON. Not a
    // getter, of which Bun's stacks know nothing. Not assigned, which throws where an app has frozen
    // Error.prototype.
    Object.defineProperty(Token04Error.prototype, 'name', {
      value: 'Token04Error',
      writable: true,
    });
  }

  declare readonly code: Token04ErrorCode;

  /** The number that ZEGO's own generators give for this argument: 1, 3, 5 or 6. */
  declare readonly officialCode?: number;

  /** The argument at fault, such as `'userId'` or `'requests[3].payload'`. */
  declare readonly argument?: string;

  /** What of the token is at fault, for `_CLAIMS`, `_EXPIRED` and `_MISMATCH`. */
  declare readonly claim?: Token04ClaimName;

  /** The codes with which ZEGO's client SDKs refuse such a token, to match a user's report. */
  declare readonly clientCodes?: number[];

  constructor(code: Token04ErrorCode, message: string, details: Token04ErrorDetails = {}) {
    super(message);
    this.code = code;
    const officialCode = OFFICIAL_CODES[code];
    if (officialCode !== undefined) this.officialCode = officialCode;
    Object.assign(this, details);
  }
}
