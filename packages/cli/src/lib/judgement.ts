import { type KitToken, parseKitToken, Token04Error, type Token04ErrorCode } from '@token04/core';
import { usageErrorOf } from './usage-error.ts';

/** What a bad token failed. */
type Check =
  | 'format'
  | 'secret'
  | 'claims'
  | 'expectation'
  | 'expiry'
  | 'kit'
  | 'login'
  | 'publish';

/** Why a token is bad; the `error` of `--json`. */
export interface Failure {
  check: Check;
  /** null where the kit token or the room is at fault. */
  code: Token04ErrorCode | null;
  message: string;
  clientCodes: number[];
}

const CHECKS: { readonly [code in Token04ErrorCode]?: Check } = {
  ERR_TOKEN04_MALFORMED: 'format',
  ERR_TOKEN04_DECRYPTION: 'secret',
  ERR_TOKEN04_CLAIMS: 'claims',
  ERR_TOKEN04_MISMATCH: 'expectation',
  ERR_TOKEN04_EXPIRED: 'expiry',
};

/** What the core says is wrong with a token. Its error about an argument is thrown, as one of usage. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Token04Error)) throw error;
  const check = CHECKS[error.code];
  if (check === undefined) throw usageErrorOf(error);
  const { code, message, clientCodes = [] } = error;
  return { check, code, message, clientCodes };
}

/** The token04 in the input, and what a kit token has around it. */
export function unwrap(input: string): { token: string; kit: Omit<KitToken, 'token'> | null } {
  if (!input.includes('#')) return { token: input, kit: null };
  const { token, ...kit } = parseKitToken(input);
  return { token, kit };
}
