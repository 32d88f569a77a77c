// Bodies with something behind their end.
import { bodyOf, json, seal, tokenOf } from '../../token.mjs';
import { malformed } from '../../vector.mjs';

const body = bodyOf(seal(json()));
const GCM = { mode: 'gcm' };

export const vectors = [
  malformed(
    'trailing-two-zeros',
    'Two zero bytes follow.',
    'trailing-bytes',
    tokenOf(body, Buffer.alloc(2)),
  ),
  malformed(
    'trailing-four-zeros',
    'Four zero bytes follow, as of an aligned buffer.',
    'trailing-bytes',
    tokenOf(body, Buffer.alloc(4)),
  ),
  malformed(
    'trailing-block',
    'A block of zero bytes follows.',
    'trailing-bytes',
    tokenOf(body, Buffer.alloc(16)),
  ),
  malformed(
    'trailing-line-end',
    'A line end of Windows follows inside the base64.',
    'trailing-bytes',
    tokenOf(body, Buffer.from('\r\n')),
  ),
  malformed(
    'trailing-body',
    'The same body follows once more.',
    'trailing-bytes',
    tokenOf(body, body),
  ),
  malformed(
    'gcm-trailing-zero',
    'A zero byte follows the mode byte.',
    'trailing-bytes',
    tokenOf(bodyOf(seal(json(), 'gcm')), Buffer.of(0)),
    GCM,
  ),
  malformed(
    'gcm-trailing-one',
    'The mode byte is written twice.',
    'trailing-bytes',
    tokenOf(bodyOf(seal(json(), 'gcm')), Buffer.of(1)),
    GCM,
  ),
];
