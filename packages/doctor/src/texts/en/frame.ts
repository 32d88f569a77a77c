import type { TextsOf } from '../texts.ts';
import {
  APPEND_TAG,
  EXPIRE,
  encodedIn,
  FRAME,
  LENGTHS,
  MAKE_TOKEN,
  MODE_BYTE,
  WRITE_SECONDS,
} from './words.ts';

export const frame: TextsOf<
  | 'claims-unencrypted'
  | 'frame-json'
  | 'passphrase'
  | 'frame-foreign'
  | 'frame-prefix'
  | 'frame-suffix'
  | 'expire-missing'
  | 'expire-32-bit'
  | 'expire-little-endian'
  | 'expire-as-text'
  | 'lengths-missing'
  | 'lengths-8-bit'
  | 'lengths-32-bit'
  | 'lengths-little-endian'
  | 'ciphertext-length-wrong'
  | 'field-order'
  | 'iv-missing'
  | 'iv-as-text'
  | 'ciphertext-as-text'
  | 'gcm-mode-byte-missing'
  | 'mode-byte-wrong'
  | 'iv-length'
  | 'ciphertext-length'
  | 'outer-expire-milliseconds'
  | 'outer-expire-range'
> = {
  // What a frame has to be: ZEGO's official generators (docs/specification.md, 1), for all here.
  'claims-unencrypted': ['The claims are not encrypted', '', MAKE_TOKEN],
  'frame-json': ['Behind 04 is JSON, not an encrypted frame', '', MAKE_TOKEN],
  // The documentation of OpenSSL's enc and of CryptoJS: what a passphrase made begins with Salted__.
  passphrase: [
    'A passphrase was used instead of a key',
    '',
    'Pass the 32 bytes of the secret as the key (in CryptoJS Utf8.parse(secret)), and an IV.',
  ],
  'frame-foreign': ({ like, encoding }) => [
    'The frame is not that of a token04',
    encoding
      ? encodedIn(encoding)
      : like === 'iv-ciphertext'
        ? 'It looks like an IV and a ciphertext alone.'
        : 'Its lengths and expire make no sense.',
    encoding ? MAKE_TOKEN : FRAME,
  ],
  'frame-prefix': ({ bytes }) => [
    'Something stands in front of the frame',
    `It has ${bytes} bytes; a second 04 has 2.`,
    FRAME,
  ],
  'frame-suffix': ({ bytes }) => [
    'Something stands behind the ciphertext',
    `It has ${bytes} bytes.`,
    `${APPEND_TAG} Leave out any signature.`,
  ],
  'expire-missing': ['The frame has no expire', '', FRAME],
  'expire-32-bit': ['The expire has 4 bytes in place of 8', '', EXPIRE],
  'expire-little-endian': ['The expire is little-endian', '', EXPIRE],
  'expire-as-text': ['The expire is written in digits', '', EXPIRE],
  'lengths-missing': ({ of }) => [
    'A length is missing in the frame',
    `It is missing before: ${of}.`,
    FRAME,
  ],
  'lengths-8-bit': ['The lengths have 1 byte in place of 2', '', LENGTHS],
  'lengths-32-bit': ({ bytes }) => [`The lengths have ${bytes} bytes in place of 2`, '', LENGTHS],
  'lengths-little-endian': ['The lengths are little-endian', '', LENGTHS],
  'ciphertext-length-wrong': ({ said, bytes }) => [
    'The length of the ciphertext is wrong',
    `The frame says ${said} bytes, and ${bytes} are there.`,
    'Count the padding, and in GCM the tag, but no mode byte.',
  ],
  'field-order': ({ order }) => [
    'The parts of the frame are in the wrong order',
    `They stand as ${order}.`,
    FRAME,
  ],
  'iv-missing': ['The frame has no IV', '', FRAME],
  'iv-as-text': ({ as }) => [`The IV is written in ${as}`, '', 'Write its raw bytes.'],
  'ciphertext-as-text': ({ as }) => [
    `The ciphertext is written in ${as}`,
    '',
    'Write its raw bytes: OPENSSL_RAW_DATA in PHP, update() without an encoding in Node.js.',
  ],
  'gcm-mode-byte-missing': ['The mode byte of GCM is missing', '', MODE_BYTE],
  'mode-byte-wrong': ({ byte, mode }) => [
    'The mode byte is wrong',
    `It is ${byte}, in ${String(mode).toUpperCase()}.`,
    MODE_BYTE,
  ],
  'iv-length': ({ bytes, mode }) => [
    'The IV has the wrong length',
    `It has ${bytes} bytes, in ${String(mode).toUpperCase()}.`,
    'Draw 12 random bytes for GCM, 16 for CBC.',
  ],
  'ciphertext-length': ({ bytes, mode }) => [
    'The ciphertext has an impossible length',
    `It has ${bytes} bytes, in ${String(mode).toUpperCase()}.`,
    'In CBC pad by PKCS#7; in GCM append the tag of 16 bytes.',
  ],
  'outer-expire-milliseconds': ['The expire outside is in milliseconds', '', WRITE_SECONDS],
  'outer-expire-range': ['The expire outside is out of range', '', EXPIRE],
};
