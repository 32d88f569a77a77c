import { createHmac } from 'node:crypto';
import {
  EXPIRE,
  encrypt,
  flipped,
  frame,
  hexByte,
  int64,
  json,
  partsOf,
  SECRET,
} from '../token.mjs';
import { undecryptable } from '../vector.mjs';

export const area = 'gcm';
export const description =
  'GCM tokens whose 16-byte tag, nonce or ciphertext is not what was made.';

const { iv, ciphertext } = partsOf('gcm');
const text = ciphertext.subarray(0, -16);
const tag = ciphertext.subarray(-16);
const GCM = { mode: 'gcm' };

const sealed = (...parts) => frame('gcm', { iv, ciphertext: Buffer.concat(parts) });
const bad = (fault, comment, flags, token) => undecryptable(fault, comment, flags, token, GCM);

export const vectors = [
  ...Array.from({ length: 16 }, (_, index) =>
    bad(
      `tag-byte-${hexByte(index)}`,
      `The lowest bit of byte ${index} of the tag is flipped.`,
      'tag-check',
      sealed(text, flipped(tag, index)),
    ),
  ),
  ...Array.from({ length: 12 }, (_, index) =>
    bad(
      `nonce-byte-${hexByte(index)}`,
      `The lowest bit of byte ${index} of the nonce is flipped.`,
      'tag-check',
      frame('gcm', { iv: flipped(iv, index), ciphertext }),
    ),
  ),
  ...[0, 10, 47, 94].map((index) =>
    bad(
      `ciphertext-byte-${hexByte(index)}`,
      `The lowest bit of byte ${index} of the ciphertext is flipped.`,
      'tag-check',
      sealed(flipped(text, index), tag),
    ),
  ),
  bad(
    'tag-high-bit',
    'The highest bit of the tag is flipped.',
    'tag-check',
    sealed(text, flipped(tag, 0, 0x80)),
  ),
  bad(
    'tag-inverted',
    'Every bit of the tag is flipped.',
    'tag-check',
    sealed(text, Buffer.from(tag.map((byte) => byte ^ 0xff))),
  ),
  bad(
    'tag-of-zeros',
    'A tag of zeros, left for later and forgotten.',
    'tag-check',
    sealed(text, Buffer.alloc(16)),
  ),
  bad(
    'tag-reversed',
    'The bytes of the tag in reverse.',
    'tag-check',
    sealed(text, Buffer.from(tag).reverse()),
  ),
  bad(
    'tag-of-another',
    'The tag of another plaintext under the same nonce.',
    'tag-check',
    sealed(text, partsOf('gcm', json({ user_id: 'root' })).ciphertext.subarray(-16)),
  ),
  bad('tag-first', 'The tag stands before the ciphertext.', 'tag-place', sealed(tag, text)),
  bad('tag-twice', 'The tag stands there twice.', 'tag-place', sealed(text, tag, tag)),
  bad(
    'tag-in-hex',
    'The tag in hex digits.',
    'tag-place',
    sealed(text, Buffer.from(tag.toString('hex'))),
  ),
  ...[4, 8, 12, 13, 14, 15].map((length) =>
    bad(
      `tag-cut-to-${length}`,
      `The tag is cut to ${length} bytes, and the length of the field fits.`,
      'tag-length',
      sealed(text, tag.subarray(0, length)),
    ),
  ),
  bad('tag-missing', 'The ciphertext without a tag.', 'tag-length', sealed(text)),
  bad('tag-alone', 'A good tag without its ciphertext.', 'tag-check', sealed(tag)),
  bad(
    'byte-lost',
    'The last byte before the tag is lost.',
    'tag-check',
    sealed(text.subarray(0, -1), tag),
  ),
  bad(
    'byte-added',
    'A zero byte is put before the tag.',
    'tag-check',
    sealed(text, Buffer.alloc(1), tag),
  ),
  bad(
    'hmac-for-tag',
    'AES-CTR with a cut HMAC in place of the tag.',
    'tag-check',
    sealed(text, createHmac('sha256', SECRET).update(text).digest().subarray(0, 16)),
  ),
  bad(
    'additional-data-version',
    'The tag also covers the prefix.',
    'additional-data',
    covering(Buffer.from('04')),
  ),
  bad(
    'additional-data-expire',
    'The tag also covers the expire.',
    'additional-data',
    covering(int64(EXPIRE)),
  ),
  bad(
    'additional-data-app',
    'The tag also covers the appId.',
    'additional-data',
    covering(Buffer.from('1')),
  ),
  bad(
    'padded-nonce',
    'Encrypted with the nonce filled up to 16 bytes.',
    'altered-iv',
    frame('gcm', {
      iv,
      ciphertext: encrypt('aes-256-gcm', { iv: Buffer.concat([iv, Buffer.alloc(4)]) }),
    }),
  ),
];

function covering(additionalData) {
  return frame('gcm', { iv, ciphertext: encrypt('aes-256-gcm', { iv, additionalData }) });
}
