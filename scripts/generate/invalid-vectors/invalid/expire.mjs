import { EXPIRE, int64, json, NOW, seal } from '../token.mjs';
import { badClaims } from '../vector.mjs';

export const area = 'expire';
export const description =
  'The expire outside the ciphertext, which nobody authenticates, must be the one inside, and both safe integers.';

const UNSAFE = 9007199254740992n;
const outer = (expire, mode = 'cbc') => seal(json(), mode, { expire });
const GCM = { mode: 'gcm' };
const inner = (text) => json().replace(String(EXPIRE), text);

export const vectors = [
  badClaims('outer-one-more', 'Outside one second more.', 'outer-expire', outer(EXPIRE + 1)),
  badClaims('outer-one-less', 'Outside one second less.', 'outer-expire', outer(EXPIRE - 1)),
  badClaims(
    'outer-ten-years-more',
    'Outside ten years more: rewritten to live longer.',
    'outer-expire',
    outer(EXPIRE + 315_360_000),
  ),
  badClaims('outer-zero', 'Outside 0.', 'outer-expire', outer(0)),
  badClaims(
    'outer-negative',
    'Outside the negative of what is inside.',
    'outer-expire',
    outer(-EXPIRE),
  ),
  badClaims('outer-minus-one', 'Outside all bits set.', 'outer-expire', outer(-1)),
  badClaims('outer-ctime', 'Outside the ctime.', 'outer-expire', outer(NOW)),
  badClaims(
    'outer-lifetime',
    'Outside the lifetime in place of the end.',
    'time-unit outer-expire',
    outer(3600),
  ),
  badClaims(
    'outer-milliseconds',
    'Outside milliseconds, inside seconds.',
    'time-unit outer-expire',
    outer(EXPIRE * 1000),
  ),
  badClaims(
    'outer-microseconds',
    'Outside microseconds, inside seconds.',
    'time-unit outer-expire',
    outer(EXPIRE * 1_000_000),
  ),
  badClaims(
    'outer-little-endian',
    'Outside with the low byte first.',
    'byte-order outer-expire',
    outer(int64(EXPIRE).readBigInt64LE()),
  ),
  badClaims(
    'outer-shifted',
    'Outside in the upper 32 bits.',
    'byte-order outer-expire',
    outer(BigInt(EXPIRE) << 32n),
  ),
  badClaims(
    'outer-low-32-bits',
    'Inside more than 32 bits, outside only the low ones.',
    'outer-expire',
    seal(inner(String(EXPIRE + 2 ** 32)), 'cbc'),
  ),
  badClaims(
    'outer-largest',
    'Outside 2^63 - 1.',
    'unsafe-integer outer-expire',
    outer(0x7fff_ffff_ffff_ffffn),
  ),
  badClaims(
    'outer-smallest',
    'Outside -2^63.',
    'unsafe-integer outer-expire',
    outer(-0x8000_0000_0000_0000n),
  ),
  badClaims(
    'both-2-to-53',
    'Both 2^53, the first integer that a double cannot tell from its neighbour.',
    'unsafe-integer',
    seal(inner(String(UNSAFE)), 'cbc', { expire: UNSAFE }),
  ),
  badClaims(
    'both-2-to-53-and-1',
    'Both 2^53 + 1, which a double rounds.',
    'unsafe-integer',
    seal(inner(String(UNSAFE + 1n)), 'cbc', { expire: UNSAFE + 1n }),
  ),
  badClaims(
    'rounded-alike',
    'Outside 2^53, inside 2^53 + 1: equal as doubles.',
    'unsafe-integer outer-expire',
    seal(inner(String(UNSAFE + 1n)), 'cbc', { expire: UNSAFE }),
  ),
  badClaims(
    'both-minus-2-to-53',
    'Both -2^53.',
    'unsafe-integer',
    seal(inner(String(-UNSAFE)), 'cbc', { expire: -UNSAFE }),
  ),
  badClaims(
    'both-largest',
    'Both 2^63 - 1: a token for ever.',
    'unsafe-integer',
    seal(inner('9223372036854775807'), 'cbc', { expire: 0x7fff_ffff_ffff_ffffn }),
  ),
  badClaims(
    'inner-milliseconds',
    'Inside milliseconds, outside seconds.',
    'time-unit outer-expire',
    seal(inner(String(EXPIRE * 1000))),
  ),
  badClaims(
    'inner-lifetime',
    'Inside the lifetime in place of the end.',
    'time-unit outer-expire',
    seal(inner('3600')),
  ),
  badClaims(
    'inner-unsigned',
    'Outside -1, inside 2^64 - 1: the same bits.',
    'unsafe-integer outer-expire',
    seal(inner('18446744073709551615'), 'cbc', { expire: -1 }),
  ),
  badClaims(
    'gcm-outer-one-more',
    'Outside one second more, in GCM, whose tag does not cover it.',
    'outer-expire',
    outer(EXPIRE + 1, 'gcm'),
    GCM,
  ),
  badClaims(
    'gcm-outer-milliseconds',
    'Outside milliseconds, in GCM.',
    'time-unit outer-expire',
    outer(EXPIRE * 1000, 'gcm'),
    GCM,
  ),
  badClaims('gcm-outer-zero', 'Outside 0, in GCM.', 'outer-expire', outer(0, 'gcm'), GCM),
  badClaims(
    'gcm-outer-negative',
    'Outside the negative, in GCM.',
    'outer-expire',
    outer(-EXPIRE, 'gcm'),
    GCM,
  ),
  badClaims(
    'gcm-outer-largest',
    'Outside 2^63 - 1, in GCM.',
    'unsafe-integer outer-expire',
    outer(0x7fff_ffff_ffff_ffffn, 'gcm'),
    GCM,
  ),
];
