import {
  type Token04ClaimName,
  Token04Error,
  type Token04ErrorCode,
  type Token04ErrorDetails,
} from './errors.ts';
import { CLIENT_CODES, type TokenFault } from './format/client-codes.ts';

/** An error about a token, with the codes that ZEGO's clients show for such a one. */
export function tokenError(
  code: Token04ErrorCode,
  reason: string,
  fault: TokenFault,
  claim?: Token04ClaimName,
): Token04Error {
  const details: Token04ErrorDetails = { clientCodes: [...CLIENT_CODES[fault]] };
  if (claim !== undefined) details.claim = claim;
  return new Token04Error(code, `token refused: ${reason}`, details);
}
