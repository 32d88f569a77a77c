// How an area states tokens that must be read: the claims are given, never read out of the token.
import { FIELDS, IVS, json, SECRET, seal } from './token.mjs';

/**
 * @param madeBy dialects with blanks between; '' where no official generator is known to
 * @param fields those that differ from the usual ones
 * @param plaintext where it is not these fields as official Node.js spells them
 * @param mayRefuse the classes with which it may be refused, where reading it is not required
 */
export function odd(
  oddity,
  comment,
  madeBy,
  why,
  {
    fields = {},
    plaintext = json(fields),
    mode = 'cbc',
    iv = IVS[mode],
    serverSecret = SECRET,
    reframe,
    mayRefuse,
  },
) {
  const all = { ...FIELDS, ...fields };
  const token = seal(plaintext, mode, { expire: all.expire, iv: new Uint8Array(iv), serverSecret });
  return {
    oddity,
    comment,
    madeBy: madeBy === '' ? [] : madeBy.split(' '),
    why,
    serverSecret,
    token: reframe === undefined ? token : reframe(token),
    claims: {
      appId: all.app_id,
      userId: all.user_id,
      ctime: all.ctime,
      expire: all.expire,
      nonce: all.nonce,
      payload: all.payload,
    },
    mode,
    iv: Buffer.from(iv).toString('hex'),
    plaintext,
    ...(mayRefuse && { mayRefuse: mayRefuse.map((name) => `ERR_TOKEN04_${name}`) }),
  };
}
