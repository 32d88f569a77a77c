import type { Mode } from '@token04/fixtures';
import { Fault } from './fault.ts';
import { IV_BYTES } from './tokens.ts';

/** Behind the expire and the IV's length. */
const IV_START = 10;

/** The IV as it stands in the frame, of a token whose other parts are checked elsewhere. */
export function ivOfToken(token: unknown, mode: Mode): Uint8Array {
  if (typeof token !== 'string') throw new Fault('the token is not a string');
  const body = Buffer.from(token.slice(2), 'base64');
  const end = IV_START + IV_BYTES[mode];
  if (body.length < end) throw new Fault('the token ends within its IV');
  return body.subarray(IV_START, end);
}
