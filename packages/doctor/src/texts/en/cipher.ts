import type { TextsOf } from '../texts.ts';
import {
  APPEND_TAG,
  BARE_SECRET,
  COPY_SECRET,
  decodedFrom,
  KEY_IS_TEXT,
  SEND_UNCHANGED,
  wrongCipher,
  zeros,
} from './words.ts';

export const cipher: TextsOf<
  | 'cipher-ecb'
  | 'cipher-ctr'
  | 'cipher-cfb'
  | 'cipher-ofb'
  | 'padding-wrong'
  | 'iv-other'
  | 'gcm-tag-place'
  | 'gcm-tag-wrong'
  | 'ciphertext-altered'
  | 'key-app-sign'
  | 'key-other-secret'
  | 'key-hex-decoded'
  | 'key-cut'
  | 'key-padded'
  | 'key-quoted'
  | 'key-base64-decoded'
  | 'key-encoded'
  | 'key-hashed'
  | 'secret-case'
  | 'secret-is-app-sign'
  | 'secret-length'
  | 'wrong-secret'
> = {
  // Which ciphers and keys are right: ZEGO's official generators (docs/specification.md, 1), for all here.
  'cipher-ecb': wrongCipher('ECB'),
  'cipher-ctr': wrongCipher('CTR'),
  'cipher-cfb': ({ bits }) => wrongCipher(`CFB-${bits}`),
  'cipher-ofb': wrongCipher('OFB'),
  'padding-wrong': ({ by }) => [
    'The last block is not padded as PKCS#7 does',
    by === 'none' ? 'It has no padding.' : `It is padded by ${by}.`,
    'Use PKCS#7 once, and append what final() returns.',
  ],
  'iv-other': ({ iv }) => [
    'The IV in the frame is not the one that was used',
    iv === 'zeros'
      ? 'Zeros were used.'
      : iv === 'key'
        ? 'The beginning of the key was used.'
        : 'Another was used, or the first 16 bytes were altered.',
    'Draw a random IV for each token, and write it into the frame.',
  ],
  'gcm-tag-place': ({ where }) => [
    'The tag of GCM stands in the wrong place',
    `It stands ${where === 'behind' ? 'in a field of its own' : 'before the ciphertext'}.`,
    APPEND_TAG,
  ],
  'gcm-tag-wrong': [
    'The tag of GCM is missing or wrong',
    'The secret fits.',
    'Append the tag of 16 bytes to the ciphertext, without additional data.',
  ],
  'ciphertext-altered': [
    'The token was altered on its way',
    'The secret fits, but bytes in the middle are damaged.',
    SEND_UNCHANGED,
  ],
  // ZEGO's documentation: the AppSign has 64 hex digits and is for clients that use no token.
  'key-app-sign': ['The token was made with the AppSign', '', KEY_IS_TEXT],
  'key-other-secret': ({ nth }) => [
    'The token was made with another of your secrets',
    `Number ${nth} of the other secrets fits.`,
    'Use the ServerSecret of this app.',
  ],
  'key-hex-decoded': decodedFrom('hex'),
  'key-cut': ({ bytes, keyBits, end }) => [
    'The secret was cut',
    `Its ${end} ${bytes} bytes${zeros(keyBits)} were the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-padded': ({ by }) => [
    'The secret is too short',
    `It was filled up with ${by}.`,
    COPY_SECRET,
  ],
  'key-quoted': ['The key begins with quotes or blanks', '', BARE_SECRET],
  'key-base64-decoded': decodedFrom('base64'),
  'key-encoded': ({ as }) => [`The secret was encoded in ${as}`, '', KEY_IS_TEXT],
  'key-hashed': ({ hash, keyBits }) => [
    'The secret was hashed',
    `Its ${hash} was the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'secret-case': ({ case: to }) => [
    `The token was made with the secret in ${to} case`,
    '',
    COPY_SECRET,
  ],
  'secret-is-app-sign': ['The given secret is an AppSign', '', COPY_SECRET],
  'secret-length': ({ bytes }) => [
    'The given secret has the wrong length',
    `It has ${bytes} bytes.`,
    COPY_SECRET,
  ],
  'wrong-secret': [
    'Another secret made the token, or it was altered',
    'Neither the secret nor what usual mistakes make of it fits.',
    'Compare AppID and secret with the console: the same project, not reset since, not the AppSign? Are no arguments swapped?',
  ],
};
