import { secretArgument } from '../lib/arguments.ts';
import { type DecodedToken04, decodeFrame, decryptionError } from '../lib/plaintext.ts';
import { type Frame, readToken } from '../lib/wire.ts';
import { type Key, openWithAny, prepareKey } from './cipher.ts';

/**
 * What a token says: decrypted and well-formed, but judged by no clock and no policy. Whether it
 * is good is what `verifyToken04` answers.
 *
 * Reads tokens of all official generators, in both modes. A CBC token proves nothing about who
 * made it (see `verifyToken04`).
 *
 * @throws Token04Error `ERR_TOKEN04_SECRET` for the argument; `ERR_TOKEN04_MALFORMED`,
 * `ERR_TOKEN04_DECRYPTION` or `ERR_TOKEN04_CLAIMS` for the token.
 *
 * @example
 * ```js
 * import { decodeToken04, generateToken04 } from '@token04/core/web';
 *
 * const secret = 'fa94dd0f974cf2e293728a526b028271';
 * const token = await generateToken04(1, 'demo', secret, 3600);
 * const { claims, mode } = await decodeToken04(token, secret);
 * claims.expire - claims.ctime; // → 3600
 * mode; // → 'cbc'
 * ```
 */
export async function decodeToken04(token: string, serverSecret: string): Promise<DecodedToken04> {
  const key = prepareKey(secretArgument(serverSecret, 'serverSecret'));
  return decode(readToken(token), [key]);
}

export async function decode(frame: Frame, keys: readonly Key[]): Promise<DecodedToken04> {
  const plaintext = await openWithAny(keys, frame);
  if (plaintext === undefined) decryptionError();
  return decodeFrame(frame, plaintext);
}
