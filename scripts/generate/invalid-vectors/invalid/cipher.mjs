import { encrypt, flipped, frame, hexByte, json, partsOf } from '../token.mjs';
import { badClaims, undecryptable } from '../vector.mjs';

export const area = 'cipher';
export const description =
  'CBC tokens that were altered, so far as CBC lets anyone see it, and ciphers that are not CBC.';

const { iv, ciphertext } = partsOf('cbc');
const block = (index) => ciphertext.subarray(16 * index, 16 * index + 16);
const LAST = ciphertext.length / 16 - 1;

const sealed = (...parts) => frame('cbc', { iv, ciphertext: Buffer.concat(parts) });
const withIv = (changed) => frame('cbc', { iv: changed, ciphertext });

/** A flipped IV bit flips the same bit of the first 16 bytes, which say `{"app_id":1,"use`. */
const ivFlips = Array.from('{"app_id":1,"use', (character, index) => {
  const fault = `iv-byte-${hexByte(index)}`;
  const comment = `The lowest bit of IV byte ${index} is flipped, so ${character} reads ${changed(character)}:`;
  const token = withIv(flipped(iv, index));
  return /[a-z_]/.test(character)
    ? badClaims(fault, `${comment} still JSON, and a field is missing.`, 'malleable', token)
    : character === '1'
      ? badClaims(fault, `${comment} still JSON, with an app_id out of range.`, 'malleable', token)
      : undecryptable(fault, `${comment} no JSON.`, 'malleable', token);
});

function changed(character) {
  return String.fromCharCode(character.charCodeAt(0) ^ 1);
}

export const vectors = [
  ...ivFlips,
  ...[0, 1, 40, 63, 80, 95].map((index) =>
    undecryptable(
      `ciphertext-byte-${hexByte(index)}`,
      `The lowest bit of byte ${index} of the ciphertext is flipped: its block is garbled.`,
      'altered-ciphertext',
      sealed(flipped(ciphertext, index)),
    ),
  ),
  undecryptable(
    'padding-byte-flipped',
    'A bit in the last block but one is flipped, so that the padding says 0.',
    'altered-ciphertext padding-range',
    sealed(flipped(ciphertext, 79)),
  ),
  undecryptable(
    'first-block-lost',
    'The first block is lost, and the IV kept.',
    'altered-ciphertext',
    sealed(ciphertext.subarray(16)),
  ),
  undecryptable(
    'first-block-as-iv',
    'The first block has become the IV: the rest is decrypted well, without its start.',
    'altered-ciphertext',
    frame('cbc', { iv: block(0), ciphertext: ciphertext.subarray(16) }),
  ),
  undecryptable(
    'last-block-lost',
    'The last block is lost, and the padding with it.',
    'altered-ciphertext',
    sealed(ciphertext.subarray(0, -16)),
  ),
  undecryptable(
    'last-block-twice',
    'The last block stands there twice.',
    'altered-ciphertext',
    sealed(ciphertext, block(LAST)),
  ),
  undecryptable(
    'blocks-swapped',
    'Two blocks in the middle are swapped.',
    'altered-ciphertext',
    sealed(block(0), block(2), block(1), ciphertext.subarray(48)),
  ),
  undecryptable(
    'blocks-reversed',
    'The blocks in reverse order.',
    'altered-ciphertext',
    sealed(...Array.from({ length: LAST + 1 }, (_, index) => block(LAST - index))),
  ),
  undecryptable('zeros', 'A ciphertext of zeros.', 'altered-ciphertext', sealed(Buffer.alloc(96))),
  undecryptable(
    'not-encrypted',
    'The padded plaintext, not encrypted.',
    'cipher-mode',
    sealed(Buffer.from(json()), Buffer.of(1)),
  ),
  undecryptable(
    'encrypted-twice',
    'The ciphertext is encrypted again.',
    'cipher-mode',
    sealed(encrypt('aes-256-cbc', { iv, plaintext: ciphertext })),
  ),
  undecryptable(
    'iv-in-front',
    'The ciphertext starts with its IV, which it also has a field for.',
    'cipher-mode',
    sealed(iv, ciphertext),
  ),
  undecryptable('ecb', 'AES-256-ECB.', 'cipher-mode', sealed(encrypt('aes-256-ecb', { iv: null }))),
  ...['ctr', 'ofb', 'cfb', 'cfb8'].map((mode) =>
    undecryptable(
      mode,
      `AES-256-${mode.toUpperCase()} over the padded plaintext.`,
      'cipher-mode',
      sealed(
        encrypt(`aes-256-${mode}`, {
          iv,
          plaintext: Buffer.concat([Buffer.from(json()), Buffer.of(1)]),
        }),
      ),
    ),
  ),
  undecryptable(
    'zero-iv',
    'Encrypted with an IV of zeros, and another told.',
    'cipher-mode altered-iv',
    sealed(encrypt('aes-256-cbc', { iv: Buffer.alloc(16), plaintext: json() })),
  ),
  undecryptable(
    'key-as-iv',
    'Encrypted with the first half of the secret as the IV, and another told.',
    'cipher-mode altered-iv',
    sealed(encrypt('aes-256-cbc', { iv: Buffer.from('fa94dd0f974cf2e2') })),
  ),
];
