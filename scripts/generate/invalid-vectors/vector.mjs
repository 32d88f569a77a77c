// How an area states its vectors. The codes are what the specification says, never what a run gave.
import { NOW, SECRET } from './token.mjs';

/** The text is no well-formed token. */
export const malformed = refusal('ERR_TOKEN04_MALFORMED');
/** Wrong key, padding or tag, or a plaintext that is not JSON: nobody is told which. */
export const undecryptable = refusal('ERR_TOKEN04_DECRYPTION');
/** Decrypted, but a field is missing, of the wrong type or range, or differs from the frame. */
export const badClaims = refusal('ERR_TOKEN04_CLAIMS');
/** For verifying alone. */
export const expired = refusal('ERR_TOKEN04_EXPIRED');
/** For verifying alone. */
export const mismatch = refusal('ERR_TOKEN04_MISMATCH');

function refusal(code) {
  /**
   * @param flags one, or several with blanks between: keys of notes.mjs
   * @param orAs other classes that are as right
   */
  return (
    fault,
    comment,
    flags,
    token,
    { mode = 'cbc', serverSecret = SECRET, options, orAs } = {},
  ) => ({
    fault,
    comment,
    flags: flags.split(' '),
    serverSecret,
    mode,
    token,
    op: options === undefined ? 'decode' : 'verify',
    ...(options === undefined ? {} : { options: { now: NOW, ...options } }),
    code,
    ...(orAs && { otherCodes: orAs.map((name) => `ERR_TOKEN04_${name}`) }),
  });
}
