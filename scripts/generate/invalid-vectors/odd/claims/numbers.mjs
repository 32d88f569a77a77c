// Apps and nonces that look wrong.
import { odd } from '../../odd-vector.mjs';
import { ALL } from '../makers.mjs';

const WIDE =
  'Ports write milliseconds, and texts of ZEGO call it int64: readers take every safe integer.';
const NONCE = 'Half of the nonces of official Java and of Node.js in GCM are negative.';

export const vectors = [
  odd('app-id-largest', 'The largest appId.', ALL, 'It is a uint32.', {
    fields: { app_id: 4294967295 },
  }),
  odd(
    'app-id-beyond-int32',
    'An appId with the top bit set.',
    ALL,
    'It is a uint32, not an int32.',
    { fields: { app_id: 2147483648 } },
  ),
  odd('nonce-zero', 'The nonce is 0.', ALL, 'It is in the range of all of them.', {
    fields: { nonce: 0 },
  }),
  odd('nonce-minus-one', 'The nonce is -1.', 'java node', NONCE, {
    fields: { nonce: -1 },
    mode: 'gcm',
  }),
  odd('nonce-negative', 'The nonce is negative.', 'java', NONCE, { fields: { nonce: -987654321 } }),
  odd('nonce-smallest', 'The smallest nonce.', 'java node', NONCE, {
    fields: { nonce: -2147483648 },
    mode: 'gcm',
  }),
  odd('nonce-largest', 'The largest nonce.', 'java node', 'It is in the range of an int32.', {
    fields: { nonce: 2147483647 },
    mode: 'gcm',
  }),
  ...[
    ['nonce-2-to-31', 2 ** 31, 'cbc'],
    ['nonce-below-int32', -(2 ** 31) - 1, 'cbc'],
    ['nonce-uint32', 2 ** 32 - 1, 'cbc'],
    ['nonce-2-to-32', 2 ** 32, 'cbc'],
    ['nonce-milliseconds', 1_700_000_000_123, 'cbc'],
    ['nonce-int64', Number.MAX_SAFE_INTEGER, 'cbc'],
    ['nonce-minus-int64', Number.MIN_SAFE_INTEGER, 'cbc'],
    ['gcm-nonce-2-to-31', 2 ** 31, 'gcm'],
    ['gcm-nonce-int64', Number.MAX_SAFE_INTEGER, 'gcm'],
    ['gcm-nonce-minus-int64', Number.MIN_SAFE_INTEGER, 'gcm'],
  ].map(([oddity, nonce, mode]) =>
    odd(oddity, `The nonce is ${nonce}.`, '', WIDE, { fields: { nonce }, mode }),
  ),
];
