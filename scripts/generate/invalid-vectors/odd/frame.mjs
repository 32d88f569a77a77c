import { odd } from '../odd-vector.mjs';
import { bodyOf, IVS, jsonOfLength, tokenOf } from '../token.mjs';
import { ALL } from './makers.mjs';

export const area = 'frame';
export const description = 'Mode bytes, IVs, lengths and secrets that look odd.';

const ANY_IV = 'The IV is any bytes.';

const ascii = (cbc) => ({ iv: Buffer.from(cbc) });
const filled = (value, mode) => Buffer.alloc(IVS[mode].length, value);
const user = (bytes) => ({ fields: { user_id: JSON.parse(jsonOfLength(bytes)).user_id } });

export const vectors = [
  odd(
    'mode-byte-0',
    'The mode byte of CBC, written out.',
    '',
    'The checker of ZEGO reads it as CBC.',
    { reframe: withModeByte0 },
  ),
  odd(
    'mode-byte-0-full-padding',
    'The same, with a full block of padding.',
    '',
    'The checker of ZEGO reads it as CBC.',
    { ...user(96), reframe: withModeByte0 },
  ),
  odd(
    'iv-of-digits',
    'An IV of digits alone.',
    '',
    'The generator in the prebuilt client makes such IVs.',
    ascii('0123456789012345'),
  ),
  odd(
    'iv-of-hex-digits',
    'An IV of hex digits.',
    'python',
    'Official Python makes such IVs in CBC.',
    ascii('0f1e2d3c4b5a6978'),
  ),
  odd(
    'iv-of-letters',
    'An IV of digits and small letters.',
    'go node cpp objc dotnet php',
    'Most official generators make such IVs in CBC.',
    ascii('k3x9q0z7m2a8w5b1'),
  ),
  odd('gcm-iv-of-digits', 'A nonce of digits alone.', '', ANY_IV, {
    mode: 'gcm',
    ...ascii('012345678901'),
  }),
  odd(
    'gcm-iv-of-letters',
    'A nonce of digits and small letters.',
    'python cpp php php-typed',
    'Some official generators make such nonces.',
    { mode: 'gcm', ...ascii('k3x9q0z7m2a8') },
  ),
  odd('iv-of-raw-bytes', 'An IV that is no text.', 'java', 'Official Java takes raw bytes.', {
    iv: Buffer.from('00ff80c3287ffe0a0dc0afeda0bdf490', 'hex'),
  }),
  odd(
    'gcm-iv-of-raw-bytes',
    'A nonce that is no text.',
    'go node java',
    'Some official generators take raw bytes.',
    { mode: 'gcm', iv: Buffer.from('00ff80c3287ffe0a0dc0afed', 'hex') },
  ),
  odd('iv-of-zeros', 'An IV of zeros.', '', ANY_IV, { iv: filled(0, 'cbc') }),
  odd('gcm-iv-of-zeros', 'A nonce of zeros.', '', ANY_IV, { mode: 'gcm', iv: filled(0, 'gcm') }),
  odd('iv-of-ones', 'An IV of bytes 255.', '', ANY_IV, { iv: filled(255, 'cbc') }),
  odd('gcm-iv-of-ones', 'A nonce of bytes 255.', '', ANY_IV, {
    mode: 'gcm',
    iv: filled(255, 'gcm'),
  }),
  odd(
    'full-blocks',
    'JSON that fills its blocks, so that a block of padding follows.',
    ALL,
    'PKCS#7 pads always.',
    user(96),
  ),
  odd(
    'base64-of-two-pads',
    'Base64 that ends in two equals signs.',
    ALL,
    'Bodies have all lengths.',
    user(95),
  ),
  odd(
    'base64-of-one-pad',
    'Base64 that ends in one equals sign.',
    ALL,
    'Bodies have all lengths.',
    user(111),
  ),
  odd(
    'base64-of-no-pad',
    'Base64 that ends without an equals sign.',
    ALL,
    'Bodies have all lengths.',
    user(127),
  ),
  odd(
    'secret-of-words',
    'A secret that is no hex digits.',
    ALL,
    'The secret is text, its bytes are the key.',
    { serverSecret: 'correct horse battery staple 32b' },
  ),
  odd(
    'secret-of-two-byte-letters',
    'A secret of 16 letters, two bytes each.',
    'go cpp php',
    'Those that count bytes take it.',
    { serverSecret: '\u00e9'.repeat(16) },
  ),
  odd(
    'gcm-secret-of-two-byte-letters',
    'A secret of 16 letters, two bytes each, in GCM.',
    'go cpp php',
    'Those that count bytes take it.',
    { mode: 'gcm', serverSecret: '\u00e9'.repeat(16) },
  ),
  odd(
    'secret-of-capital-hex',
    'A secret of hex digits in upper case.',
    ALL,
    'The secret is text and is not decoded.',
    { serverSecret: 'FA94DD0F974CF2E293728A526B028271' },
  ),
  odd(
    'cbc-altered-user',
    'A token of Java whose IV was flipped by someone without the key, so that demo reads root.',
    '',
    'CBC does not let anyone see it: this is why a decision by the userId asks for GCM.',
    {
      fields: { user_id: 'root' },
      plaintext:
        '{"user_id":"root","payload":"","expire":1700003600,"ctime":1700000000,"app_id":1,"nonce":12345}',
      iv: rewritten(IVS.cbc, 'demo', 'root', 12),
    },
  ),
];

function withModeByte0(token) {
  return tokenOf(bodyOf(token), Buffer.of(0));
}

/** The IV under which the text at this place reads otherwise, the ciphertext being the same. */
function rewritten(iv, from, to, place) {
  const changed = Buffer.from(iv);
  for (let index = 0; index < from.length; index++) {
    changed[place + index] ^= from.charCodeAt(index) ^ to.charCodeAt(index);
  }
  return changed;
}
