import { Token04Error, type Token04ErrorCode } from '../errors.ts';

/**
 * An error about a token, with what ZEGO's client SDKs show for such a one (docs/specification.md,
 * 7): `native` is Express native's code; the others are of Express web and ZIM, and unless given
 * those of any token that is not valid.
 */
export function tokenError(
  code: Token04ErrorCode,
  reason: string,
  native: number,
  others: readonly number[] = [1102016, 6000101, 6000103],
): never {
  throw new Token04Error(code, `token refused: ${reason}`, {
    clientCodes: [native, ...others],
  });
}
