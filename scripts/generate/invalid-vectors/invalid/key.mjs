import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { encrypt, frame, IVS, json, NOW, partsOf, SECRET, seal } from '../token.mjs';
import { undecryptable } from '../vector.mjs';

export const area = 'key';
export const description =
  'Tokens made under another key than the 32 UTF-8 bytes of the server secret.';

const bytes = Buffer.from(SECRET);
const decoded = Buffer.from(SECRET, 'hex');
const hash = (name) => createHash(name).update(SECRET).digest();

const keys = [
  ['128-first', 'AES-128 with the first 16 bytes.', 'key-size', 'aes-128', bytes.subarray(0, 16)],
  ['128-last', 'AES-128 with the last 16 bytes.', 'key-size', 'aes-128', bytes.subarray(16)],
  [
    '128-hex',
    'AES-128 with the 16 bytes that the hex digits stand for.',
    'key-decoded',
    'aes-128',
    decoded,
  ],
  ['128-md5', 'AES-128 with the MD5 of the secret.', 'key-derived', 'aes-128', hash('md5')],
  ['192-first', 'AES-192 with the first 24 bytes.', 'key-size', 'aes-192', bytes.subarray(0, 24)],
  ['192-last', 'AES-192 with the last 24 bytes.', 'key-size', 'aes-192', bytes.subarray(8)],
  [
    '192-base64',
    'AES-192 with the secret decoded from base64.',
    'key-decoded',
    'aes-192',
    Buffer.from(SECRET, 'base64'),
  ],
  [
    '256-hex-and-zeros',
    'The secret decoded from hex, filled with zeros.',
    'key-decoded',
    'aes-256',
    Buffer.concat([decoded, Buffer.alloc(16)]),
  ],
  [
    '256-hex-twice',
    'The secret decoded from hex, twice.',
    'key-decoded',
    'aes-256',
    Buffer.concat([decoded, decoded]),
  ],
  [
    '256-cut-and-zeros',
    'The first 16 bytes, filled with zeros.',
    'key-size',
    'aes-256',
    Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(16)]),
  ],
  ['256-sha256', 'The SHA-256 of the secret.', 'key-derived', 'aes-256', hash('sha256')],
  [
    '256-md5-hex',
    'The MD5 of the secret, in hex digits.',
    'key-derived',
    'aes-256',
    Buffer.from(hash('md5').toString('hex')),
  ],
  [
    '256-hmac',
    'An HMAC of the appId under the secret.',
    'key-derived',
    'aes-256',
    createHmac('sha256', SECRET).update('1').digest(),
  ],
  [
    '256-upper-case',
    'The hex digits in upper case.',
    'key-text',
    'aes-256',
    Buffer.from(SECRET.toUpperCase()),
  ],
  [
    '256-utf-16',
    'The first 16 characters in UTF-16.',
    'key-text',
    'aes-256',
    Buffer.from(SECRET, 'utf16le').subarray(0, 32),
  ],
  [
    '256-blank-first',
    'A blank before the secret, the last digit lost.',
    'key-text',
    'aes-256',
    Buffer.from(` ${SECRET}`).subarray(0, 32),
  ],
  [
    '256-reversed',
    'The bytes of the secret in reverse.',
    'key-text',
    'aes-256',
    Buffer.from(bytes).reverse(),
  ],
  ['256-bit-flipped', 'One bit of the key is another.', 'wrong-key', 'aes-256', flippedKey()],
  ['256-zeros', 'A key of zeros.', 'wrong-key', 'aes-256', Buffer.alloc(32)],
];

// A text of 16 characters that are two bytes each in UTF-8, and one in Latin-1.
const twoByteSecret =
  '\u00e9\u00e8\u00fc\u00f6\u00e4\u00f1\u00e7\u00e5\u00e6\u00f8\u00ea\u00eb\u00ee\u00ef\u00f4\u00fb';
const latin1 = Buffer.from(twoByteSecret, 'latin1');

export const vectors = [
  ...['cbc', 'gcm'].flatMap((mode) =>
    keys.map(([fault, comment, flags, size, key]) =>
      undecryptable(`${mode}-${fault}`, comment, flags, made(mode, size, key), { mode }),
    ),
  ),
  undecryptable(
    'cbc-128-latin-1',
    'A secret of accented letters taken as Latin-1, so 16 bytes.',
    'key-text',
    made('cbc', 'aes-128', latin1),
    { serverSecret: twoByteSecret },
  ),
  undecryptable(
    'cbc-256-latin-1',
    'A secret of accented letters taken as Latin-1, filled with zeros.',
    'key-text',
    made('cbc', 'aes-256', Buffer.concat([latin1, Buffer.alloc(16)])),
    { serverSecret: twoByteSecret },
  ),
  undecryptable('cbc-another-secret', 'The secret of another app.', 'wrong-key', seal(json()), {
    serverSecret: '0123456789abcdef0123456789abcdef',
  }),
  undecryptable(
    'gcm-another-secret',
    'The secret of another app.',
    'wrong-key',
    seal(json(), 'gcm'),
    { mode: 'gcm', serverSecret: '0123456789abcdef0123456789abcdef' },
  ),
  undecryptable(
    'cbc-another-secret-good-padding',
    'The secret of another app, under which the padding happens to be right, as it is once in 256 times.',
    'wrong-key padding-oracle',
    withLuckyPadding('0123456789abcdef0123456789abcdef'),
    { serverSecret: '0123456789abcdef0123456789abcdef' },
  ),
  undecryptable(
    'verify-cbc-another-secret',
    'The secret of another app, when verifying.',
    'wrong-key',
    seal(json()),
    { serverSecret: '0123456789abcdef0123456789abcdef', options: { now: NOW } },
  ),
  undecryptable(
    'verify-gcm-another-secret',
    'The secret of another app, when verifying.',
    'wrong-key',
    seal(json(), 'gcm'),
    { mode: 'gcm', serverSecret: '0123456789abcdef0123456789abcdef', options: { now: NOW } },
  ),
];

function made(mode, size, key) {
  return frame(mode, {
    iv: IVS[mode],
    ciphertext: encrypt(`${size}-${mode}`, { key, iv: IVS[mode] }),
  });
}

function flippedKey() {
  const key = Buffer.from(bytes);
  key[31] ^= 1;
  return key;
}

/** A token whose CBC padding is right under the wrong secret too: found by counting nonces up. */
function withLuckyPadding(wrongSecret) {
  for (let nonce = 0; nonce < 10_000; nonce++) {
    const plaintext = json({ nonce });
    const { iv, ciphertext } = partsOf('cbc', plaintext);
    const decipher = createDecipheriv('aes-256-cbc', wrongSecret, iv);
    decipher.update(ciphertext);
    try {
      decipher.final();
      return seal(plaintext);
    } catch {
      // The padding is wrong under this secret; so it goes 255 times in 256.
    }
  }
  throw new Error('no nonce below 10,000 gives a good padding under the wrong secret');
}
