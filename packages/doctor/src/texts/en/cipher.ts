import type { TextsOf } from '../texts.ts';
import {
  BARE_SECRET,
  CIPHER,
  COPY_SECRET,
  KEY_IS_TEXT,
  padded,
  SEND_UNCHANGED,
  wrongCipher,
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
  'cipher-ecb': ['AES was used in ECB mode', wrongCipher('ECB'), CIPHER],
  'cipher-ctr': ['AES was used in CTR mode', wrongCipher('CTR'), CIPHER],
  'cipher-cfb': ({ bits }) => ['AES was used in CFB mode', wrongCipher(`CFB-${bits}`), CIPHER],
  'cipher-ofb': ['AES was used in OFB mode', wrongCipher('OFB'), CIPHER],
  'padding-wrong': ({ by }) => [
    'The last block is not padded as PKCS#7 does',
    by === 'none' ? 'It has no padding.' : `It was filled up with ${by}.`,
    'Use PKCS#7, the default of most libraries.',
  ],
  'iv-other': ({ iv }) => [
    'The IV in the frame is not the one that was used',
    iv === 'zeros'
      ? 'Zeros were used.'
      : iv === 'key'
        ? 'The beginning of the key was used.'
        : 'All but the first 16 bytes decrypt: it was another IV, or they were altered.',
    'Draw a random IV for each token, and write the same into the frame.',
  ],
  'gcm-tag-place': ({ where }) => [
    'The tag of GCM stands in the wrong place',
    `The secret fits, but the tag stands ${where === 'behind' ? 'in a field of its own' : 'before the ciphertext'}.`,
    'Write ciphertext and then tag, both within the ciphertext’s length.',
  ],
  'gcm-tag-wrong': [
    'The tag of GCM is missing or wrong',
    'The secret fits, but the tag was left out, cut, or made with additional data.',
    'Append the whole tag of 16 bytes to the ciphertext, without additional data.',
  ],
  'ciphertext-altered': [
    'The token was altered on its way',
    'The secret fits, but bytes in the middle are damaged.',
    SEND_UNCHANGED,
  ],
  // ZEGO's documentation: the AppSign has 64 hex digits and is for clients that use no token.
  'key-app-sign': ({ how }) => [
    'The token was made with the AppSign',
    how === 'hex'
      ? 'The AppSign, decoded from hex, was the key.'
      : `The ${how === 'end' ? 'end' : 'beginning'} of the AppSign was the key.`,
    'Use the ServerSecret (32 characters). The AppSign (64) is for clients without tokens.',
  ],
  'key-other-secret': ({ nth }) => [
    'The token was made with another of your secrets',
    `Number ${nth} of the other secrets fits: the callback secret, or that of another app.`,
    'Use the ServerSecret of this app.',
  ],
  'key-hex-decoded': ({ keyBits, twice }) => [
    'The secret was decoded from hex',
    `The bytes of its hex digits${padded(keyBits, twice)} were the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-cut': ({ bytes, keyBits, end }) => [
    'The key was cut',
    `The ${end === 'last' ? 'last' : 'first'} ${bytes} bytes of the secret${padded(keyBits)} were the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-padded': ({ by }) => [
    'The key was filled up',
    `The secret is too short, and was filled up with ${by === 'digits' ? 'the digit 0' : by}.`,
    COPY_SECRET,
  ],
  'key-quoted': [
    'The key begins with a quote or a blank',
    'The secret was read with the quotes or blanks of its file.',
    BARE_SECRET,
  ],
  'key-base64-decoded': ({ keyBits, twice }) => [
    'The secret was decoded from base64',
    `The bytes of its base64${padded(keyBits, twice)} were the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-encoded': ({ as }) => [
    'The secret was encoded once more',
    `The beginning of its ${as} was the key.`,
    KEY_IS_TEXT,
  ],
  'key-hashed': ({ hash, keyBits }) => [
    'The secret was hashed',
    `Its ${hash} was the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'secret-case': ({ case: to }) => [
    `The token was made with the secret in ${to} case`,
    'The given secret differs from it in case.',
    'Compare both with the console, and use exactly what it shows.',
  ],
  'secret-is-app-sign': [
    'The secret that was given is an AppSign',
    'It has 64 hex digits, and did not make the token in any usual way.',
    COPY_SECRET,
  ],
  'secret-length': ({ bytes }) => [
    'The secret that was given has the wrong length',
    `It has ${bytes} bytes, not 32, and does not fit the token.`,
    COPY_SECRET,
  ],
  'wrong-secret': [
    'Another secret made the token, or it was altered',
    'Neither the secret nor what usual mistakes make of it fits, in any mode of AES.',
    'Compare app and secret with the console: the same project, not reset since? Or is it the AppSign?',
  ],
};
