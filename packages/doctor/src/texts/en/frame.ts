import type { TextsOf } from '../texts.ts';
import { EXPIRE, FRAME, LENGTHS, MAKE_TOKEN, nameOfEncoding } from './words.ts';

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
  'claims-unencrypted': [
    'The claims are not encrypted',
    'Anyone can read and change them. ZEGO refuses that.',
    MAKE_TOKEN,
  ],
  'frame-json': ({ has }) => [
    'Behind 04 is JSON, not an encrypted frame',
    `It is an object${has === 'signature' ? ' with a signature' : ''}, not expire, IV and ciphertext.`,
    MAKE_TOKEN,
  ],
  // The documentation of OpenSSL's enc and of CryptoJS: what a passphrase made begins with Salted__.
  passphrase: [
    'A passphrase was used instead of a key',
    'The ciphertext begins with “Salted__”: CryptoJS or OpenSSL derived a key from the text.',
    'Pass the 32 bytes of the secret as the key (in CryptoJS Utf8.parse(secret)), and an IV.',
  ],
  'frame-foreign': ({ like, encoding }) => [
    'The frame is not that of a token04',
    encoding
      ? `It is ${nameOfEncoding(encoding)}, not expire, IV and ciphertext.`
      : `Its lengths and expire make no sense.${like === 'iv-ciphertext' ? ' It looks like an IV and a ciphertext alone.' : ''}`,
    encoding ? MAKE_TOKEN : FRAME,
  ],
  'frame-prefix': ({ bytes }) => [
    'Something stands in front of the frame',
    `It has ${bytes} bytes${bytes === 2 ? ', and may be 04' : Number(bytes) < 20 ? '' : ', as an HMAC has'}.`,
    FRAME,
  ],
  'frame-suffix': ({ bytes }) => [
    'Something stands behind the ciphertext',
    `${bytes} bytes follow it, where only the mode byte of GCM may.`,
    'Write the GCM tag within the ciphertext’s length; leave out any signature.',
  ],
  'expire-missing': ['The frame has no expire', 'A token04 begins with it.', FRAME],
  'expire-32-bit': ['The expire has 4 bytes in place of 8', 'It was written as an int32.', EXPIRE],
  'expire-little-endian': [
    'The expire is little-endian',
    'Its bytes are in the wrong order.',
    EXPIRE,
  ],
  'expire-as-text': ['The expire is written in digits', 'It is text in the frame.', EXPIRE],
  'lengths-missing': ({ of }) => [
    'A length is missing in the frame',
    `It is missing before: ${of}.`,
    FRAME,
  ],
  'lengths-8-bit': [
    'The lengths have 1 byte in place of 2',
    'They were written as bytes.',
    LENGTHS,
  ],
  'lengths-32-bit': ({ bytes = 4 }) => [
    `The lengths have ${bytes} bytes in place of 2`,
    'They were written as int32 or int64.',
    LENGTHS,
  ],
  'lengths-little-endian': [
    'The lengths are little-endian',
    'Their bytes are in the wrong order.',
    LENGTHS,
  ],
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
  'iv-missing': [
    'The frame has no IV',
    'Without it nobody can decrypt what was encrypted with one.',
    FRAME,
  ],
  'iv-as-text': ({ as }) => [
    'The IV is written as text',
    `It stands in the frame in ${as}.`,
    'Write its raw bytes: 16 for CBC, 12 for GCM.',
  ],
  'ciphertext-as-text': ({ as }) => [
    'The ciphertext is written as text',
    `It stands in the frame in ${as}, as a library returned it.`,
    'Write its raw bytes: OPENSSL_RAW_DATA in PHP, update() and final() without an encoding in Node.js.',
  ],
  'gcm-mode-byte-missing': [
    'The mode byte of GCM is missing',
    'Without the last byte, 1, the token is read as CBC.',
    'Append the byte 1 to the ciphertext, before base64.',
  ],
  'mode-byte-wrong': ({ byte, mode }) => [
    'The mode byte is wrong',
    `It is ${byte}, and the token is in ${String(mode).toUpperCase()}.`,
    'Append the byte 1 for GCM, and none for CBC.',
  ],
  'iv-length': ({ bytes, expected, mode }) => [
    'The IV has the wrong length',
    `It has ${bytes} bytes; ${String(mode).toUpperCase()} takes ${expected}.`,
    'Draw 12 random bytes for GCM, 16 for CBC.',
  ],
  'ciphertext-length': ({ bytes, mode }) => [
    'The ciphertext has an impossible length',
    `It has ${bytes} bytes, ${mode === 'gcm' ? 'less than the GCM tag' : 'no multiple of 16'}.`,
    'In CBC pad by PKCS#7; in GCM append the tag of 16 bytes.',
  ],
  'outer-expire-milliseconds': [
    'The expire outside is in milliseconds',
    'The first eight bytes, divided by 1000, are a time.',
    'Write seconds: Math.floor(Date.now() / 1000) + effectiveTimeInSeconds.',
  ],
  'outer-expire-range': [
    'The expire outside is out of range',
    'The first eight bytes are no time.',
    EXPIRE,
  ],
};
