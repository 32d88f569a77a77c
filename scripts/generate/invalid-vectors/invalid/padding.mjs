import { encrypt, flipped, frame, hexByte, IVS, jsonOfLength } from '../token.mjs';
import { undecryptable } from '../vector.mjs';

export const area = 'padding';
export const description =
  'CBC plaintexts that do not end in PKCS#7: 1 to 16 bytes, each of which is their number.';

/** A plaintext that needs 8 bytes of padding. */
const text = Buffer.from(jsonOfLength(104));

function padded(...parts) {
  return frame('cbc', {
    iv: IVS.cbc,
    ciphertext: encrypt('aes-256-cbc', {
      iv: IVS.cbc,
      plaintext: Buffer.concat(parts),
      pad: false,
    }),
  });
}

const bytes = (count, value = count) => Buffer.alloc(count, value);

export const vectors = [
  ...Array.from({ length: 256 }, (_, value) => value)
    .filter((value) => value !== 8)
    .map((value) =>
      undecryptable(
        `last-byte-${hexByte(value)}`,
        `Seven bytes of 8, then ${value}.`,
        value === 0 || value > 16 ? 'padding-range' : 'padding-check',
        padded(text, bytes(7, 8), bytes(1, value)),
      ),
    ),
  ...[2, 3, 4, 5, 6, 7, 8].map((place) =>
    undecryptable(
      `byte-${place}-from-the-end`,
      `Eight bytes of 8, of which number ${place} from the end is 9; the JSON before them is whole.`,
      'padding-check',
      padded(text, flipped(bytes(8), 8 - place)),
    ),
  ),
  ...[2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16].map((count) =>
    undecryptable(
      `first-of-${count}`,
      `${count} bytes of ${count}, but the first is 0; the JSON before them is whole.`,
      'padding-check',
      padded(Buffer.from(jsonOfLength(112 - count)), bytes(1, 0), bytes(count - 1, count)),
    ),
  ),
  undecryptable(
    'none',
    'No padding, as the JSON fills its blocks.',
    'padding-scheme',
    padded(Buffer.from(jsonOfLength(112))),
  ),
  undecryptable(
    'full-extra-block',
    'Padded, then padded again: 16 bytes of 16 follow.',
    'padding-scheme',
    padded(text, bytes(8), bytes(16)),
  ),
  undecryptable(
    'extra-block-of-zeros',
    'Padded, then a block of zeros.',
    'padding-scheme',
    padded(text, bytes(8), bytes(16, 0)),
  ),
  undecryptable(
    'zeros',
    'Zero bytes, as mcrypt pads.',
    'padding-scheme',
    padded(text, bytes(8, 0)),
  ),
  undecryptable(
    'full-block-of-zeros',
    'A block of zero bytes after JSON that fills its blocks.',
    'padding-scheme',
    padded(Buffer.from(jsonOfLength(112)), bytes(16, 0)),
  ),
  undecryptable(
    'blanks',
    'Blanks, which JSON takes for its own.',
    'padding-scheme',
    padded(text, bytes(8, 0x20)),
  ),
  undecryptable(
    'line-feeds',
    'Line feeds, which JSON takes for its own.',
    'padding-scheme',
    padded(text, bytes(8, 0x0a)),
  ),
  undecryptable(
    'ansi-x923',
    'ANSI X9.23: zeros, then the count.',
    'padding-scheme',
    padded(text, bytes(7, 0), bytes(1, 8)),
  ),
  undecryptable(
    'iso-10126',
    'ISO 10126: random bytes, then the count.',
    'padding-scheme',
    padded(text, Buffer.of(0x3f, 0x91, 0x5c, 0xe2, 0x07, 0xb8, 0x64, 8)),
  ),
  undecryptable(
    'iso-7816-4',
    'ISO 7816-4: 0x80, then zeros.',
    'padding-scheme',
    padded(text, bytes(1, 0x80), bytes(7, 0)),
  ),
  undecryptable(
    'one-less',
    'Eight bytes of 7: counted from zero.',
    'padding-scheme',
    padded(text, bytes(8, 7)),
  ),
  undecryptable('one-more', 'Eight bytes of 9.', 'padding-scheme', padded(text, bytes(8, 9))),
  undecryptable(
    'digits',
    'Eight times the digit 8.',
    'padding-scheme',
    padded(text, Buffer.from('88888888')),
  ),
  undecryptable(
    'to-32-bytes',
    'PKCS#7 to blocks of 32 bytes: 24 bytes of 24.',
    'padding-range',
    padded(text, bytes(24)),
  ),
  undecryptable(
    'two-blocks',
    '32 bytes of 32, which JSON takes for blanks.',
    'padding-range',
    padded(Buffer.from(jsonOfLength(96)), bytes(32)),
  ),
  undecryptable(
    'block-of-17',
    'A full block of padding that says 17.',
    'padding-range',
    padded(Buffer.from(jsonOfLength(112)), bytes(16, 17)),
  ),
  undecryptable(
    'block-of-15',
    'A full block of padding that says 15.',
    'padding-check',
    padded(Buffer.from(jsonOfLength(112)), bytes(16, 15)),
  ),
  undecryptable(
    'nothing-but-zeros',
    'A single block of zeros.',
    'padding-range',
    padded(bytes(16, 0)),
  ),
  undecryptable(
    'nothing-but-ones',
    'A single block of bytes 255.',
    'padding-range',
    padded(bytes(16, 255)),
  ),
];
