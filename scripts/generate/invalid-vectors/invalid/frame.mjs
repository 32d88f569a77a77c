import { bodyOf, EXPIRE, frame, int64, json, partsOf, seal, tokenOf, uint16 } from '../token.mjs';
import { malformed } from '../vector.mjs';

export const area = 'frame';
export const description =
  'The lengths, the order and the end of the fields: a body is exactly what its lengths say.';

const body = bodyOf(seal(json()));
const expire = int64(EXPIRE);
const cbc = partsOf('cbc');
const gcm = partsOf('gcm');
const GCM = { mode: 'gcm' };

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

// Without 16, the right one.
const ivLengths = [
  [0, 'none'],
  [1, 'one byte'],
  [8, 'half a block'],
  [11, 'one less than in GCM'],
  [12, 'as in GCM'],
  [13, 'one more than in GCM'],
  [15, 'one less'],
  [17, 'one more'],
  [18, 'so that the IV overlaps the length of the ciphertext'],
  [24, 'so that the IV overlaps the ciphertext'],
  [32, 'two blocks'],
  [114, 'so that the IV reaches to the end of the body'],
  [255, 'the largest of 8 bits'],
  [256, 'of which 8 bits are 0'],
  [4096, 'with its bytes swapped'],
  [32767, 'the largest of 15 bits'],
  [32768, 'negative if it had a sign'],
  [65535, 'the largest'],
];
// Without 96, the right one.
const cbcLengths = [
  [0, 'none'],
  [1, 'one byte'],
  [15, 'one less than a block'],
  [16, 'a block alone'],
  [17, 'one more than a block'],
  [80, 'a block less'],
  [95, 'that of the plaintext'],
  [97, 'one more'],
  [112, 'a block more'],
  [255, 'the largest of 8 bits'],
  [256, 'of which 8 bits are 0'],
  [24576, 'with its bytes swapped'],
  [32767, 'the largest of 15 bits'],
  [32768, 'negative if it had a sign'],
  [65535, 'the largest'],
];
// Without 111, the right one.
const gcmLengths = [
  [0, 'none'],
  [1, 'one byte'],
  [15, 'one less than a tag'],
  [16, 'a tag alone'],
  [94, 'one less than the plaintext'],
  [110, 'one less'],
  [112, 'so that it swallows the mode byte'],
  [113, 'two more'],
  [32768, 'negative if it had a sign'],
  [65535, 'the largest'],
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
  ...ivLengths.map(([ivLength, which]) =>
    malformed(
      `iv-length-${ivLength}`,
      `The length of the IV says ${ivLength}, ${which}; 16 bytes are there.`,
      'length-field',
      frame('cbc', { ...cbc, ivLength }),
    ),
  ),
  ...[0, 11, 13, 16, 65535].map((ivLength) =>
    malformed(
      `gcm-iv-length-${ivLength}`,
      `The length of the IV says ${ivLength} and 12 bytes are there.`,
      'length-field',
      frame('gcm', { ...gcm, ivLength }),
      GCM,
    ),
  ),
  ...cbcLengths.map(([ciphertextLength, which]) =>
    malformed(
      `ciphertext-length-${ciphertextLength}`,
      `The length of the ciphertext says ${ciphertextLength}, ${which}; 96 bytes are there.`,
      'length-field',
      frame('cbc', { ...cbc, ciphertextLength }),
    ),
  ),
  ...gcmLengths.map(([ciphertextLength, which]) =>
    malformed(
      `gcm-ciphertext-length-${ciphertextLength}`,
      `The length of the ciphertext says ${ciphertextLength}, ${which}; 111 bytes are there.`,
      'length-field',
      frame('gcm', { ...gcm, ciphertextLength }),
      GCM,
    ),
  ),
  ...[0, 1, 15, 17, 31, 95].map((length) =>
    malformed(
      `ciphertext-of-${length}`,
      `A ciphertext of ${length} bytes, its length right: no whole number of blocks, or none.`,
      'block-length',
      frame('cbc', { ...cbc, ciphertext: cbc.ciphertext.subarray(0, length) }),
    ),
  ),
  ...[0, 1, 4, 8, 12, 13, 14, 15].map((length) =>
    malformed(
      `gcm-ciphertext-of-${length}`,
      `A ciphertext of ${length} bytes, its length right: too short for a tag.`,
      'tag-length',
      frame('gcm', { ...gcm, ciphertext: gcm.ciphertext.subarray(0, length) }),
      GCM,
    ),
  ),
  malformed(
    'lengths-little-endian',
    'Both lengths with their low byte first.',
    'byte-order',
    frame('cbc', { ...cbc, ivLength: 0x1000, ciphertextLength: 0x6000 }),
  ),
  malformed(
    'lengths-of-32-bits',
    'Both lengths as 32-bit numbers.',
    'length-width',
    tokenOf(expire, uint16(0), uint16(16), cbc.iv, uint16(0), uint16(96), cbc.ciphertext),
  ),
  malformed(
    'lengths-of-8-bits',
    'Both lengths as single bytes.',
    'length-width',
    tokenOf(expire, Buffer.of(16), cbc.iv, Buffer.of(96), cbc.ciphertext),
  ),
  malformed(
    'lengths-in-digits',
    'Both lengths as two decimal digits.',
    'length-width',
    tokenOf(expire, Buffer.from('16'), cbc.iv, Buffer.from('96'), cbc.ciphertext),
  ),
  malformed(
    'lengths-missing',
    'No lengths: expire, IV and ciphertext end to end.',
    'length-width',
    tokenOf(expire, cbc.iv, cbc.ciphertext),
  ),
  malformed(
    'ciphertext-length-missing',
    'Only the IV has a length.',
    'length-width',
    tokenOf(expire, uint16(16), cbc.iv, cbc.ciphertext),
  ),
  malformed(
    'expire-of-32-bits',
    'The expire as a 32-bit number.',
    'length-width',
    tokenOf(expire.subarray(4), uint16(16), cbc.iv, uint16(96), cbc.ciphertext),
  ),
  malformed(
    'expire-in-digits',
    'The expire as ten decimal digits.',
    'length-width',
    tokenOf(Buffer.from('1700003600'), uint16(16), cbc.iv, uint16(96), cbc.ciphertext),
  ),
  malformed(
    'expire-missing',
    'The body starts with the IV.',
    'field-order',
    tokenOf(uint16(16), cbc.iv, uint16(96), cbc.ciphertext),
  ),
  malformed(
    'expire-last',
    'The expire stands last.',
    'field-order',
    tokenOf(uint16(16), cbc.iv, uint16(96), cbc.ciphertext, expire),
  ),
  malformed(
    'ciphertext-first',
    'The ciphertext stands before the IV.',
    'field-order',
    tokenOf(expire, uint16(96), cbc.ciphertext, uint16(16), cbc.iv),
  ),
  malformed(
    'gcm-tag-in-a-field',
    'The tag has a field and a length of its own.',
    'field-order',
    tokenOf(
      expire,
      uint16(12),
      gcm.iv,
      uint16(95),
      gcm.ciphertext.subarray(0, 95),
      uint16(16),
      gcm.ciphertext.subarray(95),
      Buffer.of(1),
    ),
    GCM,
  ),
  malformed(
    'gcm-tag-behind-the-field',
    'The tag follows the ciphertext, whose length leaves it out.',
    'field-order',
    tokenOf(expire, uint16(12), gcm.iv, uint16(95), gcm.ciphertext, Buffer.of(1)),
    GCM,
  ),
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
