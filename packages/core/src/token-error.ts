import { type Token04ClaimName, Token04Error, type Token04ErrorCode } from './errors.ts';
import { CLIENT_CODES, type TokenFault } from './format/client-codes.ts';

/** An error about a token, with the codes that ZEGO's clients show for such a one. */
export function tokenError(
  code: Token04ErrorCode,
  reason: string,
  fault: TokenFault,
  claim?: Token04ClaimName,
): Token04Error {
  return new Token04Error(code, `token refused: ${reason}`, {
    clientCodes: [...CLIENT_CODES[fault]],
    ...(claim && { claim }),
  });
}
