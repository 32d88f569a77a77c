import type { TextsOf } from '../texts.ts';
import { FRAME } from './words.ts';

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
  'claims-unencrypted': [
    'The claims are not encrypted',
    'Behind 04 they stand as they are, so that anyone can read and change them. ZEGO refuses that.',
    'Encrypt them as token04 does: AES-256 with the ServerSecret, in its frame; generateToken04 does it.',
  ],
  'frame-json': ({ has }) => [
    'Behind 04 is JSON, not an encrypted frame',
    `The body is a JSON object${has === 'signature' ? ' with a signature' : ''}. That of a token04 is bytes: expire, IV, ciphertext.`,
    'Make the token with generateToken04 or an official generator, not with a format of your own.',
  ],
  passphrase: [
    'A passphrase was used instead of a key',
    'The ciphertext begins with “Salted__”: CryptoJS or OpenSSL made a key of its own from the text.',
    'Pass the 32 bytes of the secret as the key (in CryptoJS Utf8.parse(secret)), and an IV.',
  ],
  'frame-foreign': ({ like }) => [
    'The frame is not that of a token04',
    like === 'iv-ciphertext'
      ? 'Its lengths and its expire make no sense. It looks like an IV and a ciphertext with nothing before them.'
      : 'Its lengths and its expire make no sense in any way that is known.',
    FRAME,
  ],
  'frame-prefix': ({ bytes }) => [
    'Something stands in front of the frame',
    `${bytes} bytes stand before it${bytes === 32 || bytes === 20 || bytes === 64 ? ', as many as an HMAC has' : ''}. A token04 begins with its expire.`,
    FRAME,
  ],
  'frame-suffix': ({ bytes }) => [
    'Something stands behind the ciphertext',
    `${bytes} bytes follow it. In a token04 nothing does, but for the mode byte of GCM.`,
    'Put the tag of GCM at the end of the ciphertext, within its length; leave out any signature.',
  ],
  'expire-missing': [
    'The frame has no expire',
    'A token04 begins with the time of its end, in eight bytes; this frame has none.',
    FRAME,
  ],
  'expire-32-bit': [
    'The expire has 4 bytes in place of 8',
    'It was written as an int32. A token04 begins with an int64.',
    'Write expire as a big-endian int64: writeBigInt64BE, pack("J"), ">q", putLong.',
  ],
  'expire-little-endian': [
    'The expire is little-endian',
    'Its bytes are in the wrong order. A token04 is big-endian throughout.',
    'Write expire as a big-endian int64: writeBigInt64BE, pack("J"), ">q", putLong.',
  ],
  'expire-as-text': [
    'The expire is written in digits',
    'It stands in the frame as text. A token04 begins with eight bytes.',
    'Write expire as a big-endian int64: writeBigInt64BE, pack("J"), ">q", putLong.',
  ],
  'lengths-missing': ({ of }) => [
    'A length is missing in the frame',
    `Two bytes have to say how long a part is. They are missing before: ${of}.`,
    FRAME,
  ],
  'lengths-8-bit': [
    'The lengths have 1 byte in place of 2',
    'Each length in a token04 is a big-endian uint16.',
    'Write both lengths in two bytes: writeUInt16BE, pack("n"), ">H", putShort.',
  ],
  'lengths-32-bit': ({ bytes = 4 }) => [
    `The lengths have ${bytes} bytes in place of 2`,
    'They were written as int32 or int64. Each length in a token04 is a big-endian uint16, of 16 bits.',
    'Write both lengths in two bytes: writeUInt16BE, pack("n"), ">H", putShort.',
  ],
  'lengths-little-endian': [
    'The lengths are little-endian',
    'Their bytes are in the wrong order. A token04 is big-endian throughout.',
    'Write both lengths big-endian: writeUInt16BE, pack("n"), ">H", putShort.',
  ],
  'field-order': ({ order }) => [
    'The parts of the frame are in the wrong order',
    `They stand as ${order}. In a token04 they are expire, IV, ciphertext.`,
    FRAME,
  ],
  'iv-missing': [
    'The frame has no IV',
    'Without the IV nobody can decrypt what was encrypted with one; ECB uses none, and is not taken.',
    FRAME,
  ],
  'iv-as-text': ({ as }) => [
    'The IV is written as text',
    `It stands in the frame in ${as}. A token04 holds its bytes.`,
    'Put the raw bytes of the IV into the frame, 16 for CBC or 12 for GCM.',
  ],
  'ciphertext-as-text': ({ as }) => [
    'The ciphertext is written as text',
    `It is the ${as} text that a library returned, and not the bytes that it stands for.`,
    'Take the raw bytes: OPENSSL_RAW_DATA in PHP, update() and final() without an encoding in Node.js.',
  ],
  'gcm-mode-byte-missing': [
    'The mode byte of GCM is missing',
    'The token is in AES-GCM, but without the last byte, 1, it is read as CBC.',
    'Append one byte of value 1 after the ciphertext, before base64.',
  ],
  'mode-byte-wrong': ({ byte, mode }) => [
    'The mode byte is wrong',
    `The last byte is ${byte}, and the token is in ${String(mode).toUpperCase()}.`,
    'GCM needs the byte 1 at the end; CBC needs none.',
  ],
  'iv-length': ({ bytes, expected, mode }) => [
    'The IV has the wrong length',
    `It has ${bytes} bytes; ${String(mode).toUpperCase()} takes ${expected}.`,
    'Draw 12 random bytes for GCM, 16 for CBC.',
  ],
  'ciphertext-length': ({ bytes, mode }) => [
    'The ciphertext has an impossible length',
    `It has ${bytes} bytes, which ${mode === 'gcm' ? 'is less than the tag of GCM' : 'is not a multiple of 16, as CBC makes it'}.`,
    'In CBC pad by PKCS#7; in GCM append the tag of 16 bytes to the ciphertext.',
  ],
  'outer-expire-milliseconds': [
    'The expire outside is in milliseconds',
    'The first eight bytes are a time if they are divided by 1000.',
    'Write seconds: Math.floor(Date.now() / 1000) + effectiveTimeInSeconds.',
  ],
  'outer-expire-range': [
    'The expire outside is out of range',
    'The first eight bytes are no time that a number holds.',
    'Write expire as a big-endian int64, in seconds.',
  ],
};
