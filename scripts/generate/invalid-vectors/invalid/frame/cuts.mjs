// Bodies that end early.
import { bodyOf, json, seal, tokenOf } from '../../token.mjs';
import { malformed } from '../../vector.mjs';

const body = bodyOf(seal(json()));

const cuts = [
  [1, 'within the expire'],
  [4, 'within the expire: as a 32-bit time'],
  [7, 'one byte before the end of the expire'],
  [8, 'behind the expire'],
  [9, 'within the length of the IV'],
  [10, 'behind the length of the IV'],
  [11, 'within the IV'],
  [25, 'one byte before the end of the IV'],
  [26, 'behind the IV'],
  [27, 'within the length of the ciphertext'],
  [28, 'behind the length of the ciphertext'],
  [29, 'within the first block'],
  [44, 'behind the first block'],
  [body.length - 16, 'one block short'],
  [body.length - 1, 'one byte short'],
];

export const vectors = [
  ...cuts.map(([length, where]) =>
    malformed(
      `cut-at-${length}`,
      `The body ends ${where}.`,
      'truncated',
      tokenOf(body.subarray(0, length)),
    ),
  ),
  malformed(
    'text-cut-by-8',
    'The last eight characters of the text are lost.',
    'truncated',
    seal(json()).slice(0, -8),
  ),
  malformed(
    'text-cut-in-half',
    'A column of a database was too short.',
    'truncated',
    seal(json()).slice(0, 82),
  ),
  malformed(
    'first-byte-lost',
    'The body lacks its first byte.',
    'truncated',
    tokenOf(body.subarray(1)),
  ),
];
