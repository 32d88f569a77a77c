// Lengths that are not those of what follows them, and fields of a wrong length.
import { frame, partsOf } from '../../token.mjs';
import { malformed } from '../../vector.mjs';

const cbc = partsOf('cbc');
const gcm = partsOf('gcm');
const GCM = { mode: 'gcm' };

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
];
