import type { TextsOf } from '../texts.ts';
import { CIPHER, KEY_IS_TEXT, padded, SEND_UNCHANGED, wrongCipher } from './words.ts';

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
  'cipher-ecb': ['AES was used in ECB mode', wrongCipher('ECB'), CIPHER],
  'cipher-ctr': ['AES was used in CTR mode', wrongCipher('CTR'), CIPHER],
  'cipher-cfb': ({ bits }) => ['AES was used in CFB mode', wrongCipher(`CFB-${bits}`), CIPHER],
  'cipher-ofb': ['AES was used in OFB mode', wrongCipher('OFB'), CIPHER],
  'padding-wrong': ({ by }) => [
    'The last block is not padded as PKCS#7 does',
    by === 'none'
      ? 'There is no padding at its end.'
      : `It was filled up with ${by === 'zeros' ? 'zeros' : 'blanks'}.`,
    'Use PKCS#7 (often called PKCS5 padding), which is the default of most libraries.',
  ],
  'iv-other': ({ iv }) => [
    'The IV in the frame is not the one that was used',
    iv === 'zeros'
      ? 'It was encrypted with an IV of zeros.'
      : iv === 'key'
        ? 'It was encrypted with the beginning of the key as its IV.'
        : 'All but the first 16 bytes decrypt, so another IV was used, or the token was altered there.',
    'Draw a random IV for each token, encrypt with it, and write the same into the frame.',
  ],
  'gcm-tag-place': ({ where }) => [
    'The tag of GCM stands in the wrong place',
    `The secret fits, but the 16 bytes of the tag stand ${where === 'behind' ? 'in a field of their own' : 'before the ciphertext'}.`,
    'Write ciphertext and then tag, both within the length of the ciphertext.',
  ],
  'gcm-tag-wrong': [
    'The tag of GCM is missing or wrong',
    'The secret fits, but the last 16 bytes are not the tag: it was left out, cut, or made with AAD.',
    'Append the whole tag, 16 bytes, to the ciphertext, and authenticate no additional data.',
  ],
  'ciphertext-altered': [
    'The token was altered on its way',
    'The secret fits, but bytes in the middle are damaged: characters were changed, lost or added.',
    SEND_UNCHANGED,
  ],
  'key-app-sign': ({ how }) => [
    'The token was made with the AppSign',
    how === 'hex'
      ? 'The AppSign (64 hex digits), decoded from hex, was the key.'
      : `The ${how === 'end' ? 'end' : 'beginning'} of the AppSign (64 hex digits) was the key.`,
    'Use the ServerSecret (32 characters) of the console. The AppSign is for clients without tokens.',
  ],
  'key-other-secret': ({ nth }) => [
    'The token was made with another of your secrets',
    `Number ${nth} of the other secrets that were given fits it: the callback secret, or that of another app.`,
    'Use the ServerSecret of this app. The callback secret is for what ZEGO sends to your server.',
  ],
  'key-hex-decoded': ({ keyBits }) => [
    'The secret was decoded from hex',
    `The key was the bytes that its hex digits stand for${padded(keyBits)} (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-cut': ({ bytes, keyBits, end }) => [
    'The key was cut',
    `The ${end === 'last' ? 'last' : 'first'} ${bytes} bytes of the secret${padded(keyBits)} were the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-padded': ({ by }) => [
    'The key was filled up',
    `The secret that was given is too short, and was filled up to 32 bytes with ${by === 'blanks' ? 'blanks' : by === 'digits' ? 'the digit 0' : 'zeros'}.`,
    'Copy the ServerSecret from the console once more, as a whole: it has 32 characters.',
  ],
  'key-quoted': [
    'The key begins with a quote or a blank',
    'The secret was read with the quotes or blanks of its file, and its end was cut off.',
    'Take quotes and blanks off where your server reads the secret, such as the .env file.',
  ],
  'key-base64-decoded': ({ keyBits }) => [
    'The secret was decoded from base64',
    `The key was the bytes that it stands for as base64 (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-encoded': ({ as }) => [
    'The secret was encoded once more',
    `The key was the beginning of the secret in ${as}.`,
    KEY_IS_TEXT,
  ],
  'key-hashed': ({ hash, keyBits }) => [
    'The secret was hashed',
    `The key was the ${hash} of the secret (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'secret-case': ({ case: to }) => [
    `The token was made with the secret in ${to} case`,
    'The secret that was given differs from it in upper and lower case, which are different keys.',
    'Compare both with the console, and use exactly what it shows.',
  ],
  'secret-is-app-sign': [
    'The secret that was given is an AppSign',
    'It has 64 hex digits. The token was not made with it, in any of the usual ways.',
    'Give the ServerSecret (32 characters) of the console.',
  ],
  'secret-length': ({ bytes }) => [
    'The secret that was given has the wrong length',
    `It has ${bytes} bytes; a ServerSecret has 32. The token does not fit it.`,
    'Copy the ServerSecret from the console once more, as a whole.',
  ],
  'wrong-secret': [
    'Another secret made the token, or it was altered',
    'It fits neither the secret that was given nor what usual mistakes make of it, in any cipher of AES.',
    'Compare app and secret with the console: the same project, not reset since? Also try the AppSign here.',
  ],
};
