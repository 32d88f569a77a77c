import { json, seal } from '../token.mjs';
import { badClaims, undecryptable } from '../vector.mjs';

export const area = 'utf8';
export const description =
  'Plaintexts that are no well-formed UTF-8, and escapes that stand for half a character.';

const GCM = { mode: 'gcm' };

/** The good plaintext with bytes in the middle of a field's text. */
function withBytes(bytes, field = 'user_id') {
  const [before, after] = json({ [field]: 'de\u0000mo' }).split('\\u0000');
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
}

const illFormed = [
  ['latin-1', 'A letter in Latin-1.', 'text-encoding', [0xe9]],
  ['windows-1252', 'A euro sign in Windows-1252.', 'text-encoding', [0x80]],
  ['gbk', 'Two Chinese characters in GBK.', 'text-encoding', [0xd6, 0xd0, 0xce, 0xc4]],
  ['shift-jis', 'Two Japanese characters in Shift JIS.', 'text-encoding', [0x93, 0xfa, 0x96, 0x7b]],
  ['continuation-alone', 'A continuation byte without its start.', 'ill-formed-utf8', [0xbf]],
  ['cut-of-2', 'The first of two bytes.', 'ill-formed-utf8', [0xc3]],
  ['cut-of-3', 'The first two of three bytes.', 'ill-formed-utf8', [0xe4, 0xb8]],
  ['cut-of-4', 'The first three of four bytes.', 'ill-formed-utf8', [0xf0, 0x9f, 0x98]],
  ['start-twice', 'A start where a continuation belongs.', 'ill-formed-utf8', [0xc3, 0xc3, 0xa9]],
  ['one-too-many', 'A continuation byte too many.', 'ill-formed-utf8', [0xc3, 0xa9, 0xa9]],
  [
    'overlong-nul',
    'A NUL in two bytes, as the modified UTF-8 of Java has it.',
    'overlong-utf8',
    [0xc0, 0x80],
  ],
  ['overlong-slash-2', 'A slash in two bytes.', 'overlong-utf8', [0xc0, 0xaf]],
  ['overlong-quote-2', 'A quote in two bytes.', 'overlong-utf8', [0xc0, 0xa2]],
  ['overlong-del-2', 'U+007F in two bytes.', 'overlong-utf8', [0xc1, 0xbf]],
  ['overlong-slash-3', 'A slash in three bytes.', 'overlong-utf8', [0xe0, 0x80, 0xaf]],
  ['overlong-3', 'U+07FF in three bytes.', 'overlong-utf8', [0xe0, 0x9f, 0xbf]],
  ['overlong-4', 'U+FFFF in four bytes.', 'overlong-utf8', [0xf0, 0x8f, 0xbf, 0xbf]],
  [
    'surrogate-high',
    'Half a surrogate pair, the high one.',
    'encoded-surrogate',
    [0xed, 0xa0, 0xbd],
  ],
  ['surrogate-low', 'Half a surrogate pair, the low one.', 'encoded-surrogate', [0xed, 0xb8, 0x80]],
  [
    'cesu-8',
    'An emoji as a surrogate pair, as CESU-8 has it.',
    'encoded-surrogate',
    [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
  ],
  [
    'beyond-unicode',
    'U+110000, beyond the last character.',
    'ill-formed-utf8',
    [0xf4, 0x90, 0x80, 0x80],
  ],
  [
    'beyond-unicode-far',
    'A start byte beyond all characters.',
    'ill-formed-utf8',
    [0xf5, 0x80, 0x80, 0x80],
  ],
  ['five-bytes', 'A sequence of five bytes.', 'ill-formed-utf8', [0xf8, 0x88, 0x80, 0x80, 0x80]],
  [
    'six-bytes',
    'A sequence of six bytes.',
    'ill-formed-utf8',
    [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80],
  ],
  ['fe', 'The byte FE.', 'ill-formed-utf8', [0xfe]],
  ['ff', 'The byte FF.', 'ill-formed-utf8', [0xff]],
];

const utf16 = (text) => Buffer.from(text, 'utf16le');

const lone = [
  ['high', 'A high surrogate alone.', '\\ud83d'],
  ['low', 'A low surrogate alone.', '\\ude00'],
  ['reversed', 'A pair in the wrong order.', '\\ude00\\ud83d'],
  ['high-twice', 'Two high surrogates.', '\\ud83d\\ud83d'],
  ['high-then-letter', 'A high surrogate, then a letter as it is.', '\\ud83dx'],
  ['high-then-escape', 'A high surrogate, then a letter.', '\\ud83d\\u0078'],
  ['pair-then-low', 'A pair, then a low surrogate.', '\\ud83d\\ude00\\ude00'],
  ['upper-case', 'A high surrogate in upper-case hex digits.', '\\uD83D'],
  ['first', 'The first of all surrogates.', '\\ud800'],
  ['last', 'The last of all surrogates.', '\\udfff'],
];

export const vectors = [
  ...illFormed.map(([fault, comment, flags, bytes]) =>
    undecryptable(fault, comment, flags, seal(withBytes(bytes))),
  ),
  undecryptable(
    'payload-latin-1',
    'A letter in Latin-1, in the payload.',
    'text-encoding',
    seal(withBytes([0xe9], 'payload')),
  ),
  undecryptable(
    'payload-surrogate',
    'Half a surrogate pair, in the payload.',
    'encoded-surrogate',
    seal(withBytes([0xed, 0xa0, 0xbd], 'payload')),
  ),
  undecryptable(
    'cut-at-the-end',
    'The first of two bytes behind the object.',
    'ill-formed-utf8',
    seal(Buffer.concat([Buffer.from(json()), Buffer.of(0xc3)])),
  ),
  undecryptable(
    'utf-16-le',
    'All of it in UTF-16, the low byte first.',
    'text-encoding',
    seal(utf16(json())),
  ),
  undecryptable(
    'utf-16-be',
    'All of it in UTF-16, the high byte first.',
    'text-encoding',
    seal(utf16(json()).swap16()),
  ),
  undecryptable(
    'utf-16-le-marked',
    'All of it in UTF-16 with a byte order mark.',
    'text-encoding byte-order-mark',
    seal(utf16(`\ufeff${json()}`)),
  ),
  undecryptable(
    'utf-32-le',
    'All of it in UTF-32.',
    'text-encoding',
    seal(
      Buffer.from(Array.from(json()).flatMap((character) => [character.charCodeAt(0), 0, 0, 0])),
    ),
  ),
  undecryptable(
    'gcm-latin-1',
    'A letter in Latin-1.',
    'text-encoding',
    seal(withBytes([0xe9]), 'gcm'),
    GCM,
  ),
  undecryptable(
    'gcm-cesu-8',
    'An emoji as a surrogate pair, as CESU-8 has it.',
    'encoded-surrogate',
    seal(withBytes([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]), 'gcm'),
    GCM,
  ),
  undecryptable(
    'gcm-overlong-slash-2',
    'A slash in two bytes.',
    'overlong-utf8',
    seal(withBytes([0xc0, 0xaf]), 'gcm'),
    GCM,
  ),
  ...['user_id', 'payload'].flatMap((field) =>
    lone.map(([fault, comment, escaped]) =>
      badClaims(
        `lone-${fault}-in-${field.replace('_', '-')}`,
        `Escaped: ${comment}`,
        'lone-surrogate',
        seal(withBytes(Buffer.from(escaped), field)),
        { orAs: ['DECRYPTION'] },
      ),
    ),
  ),
  badClaims(
    'gcm-lone-high-in-user-id',
    'Escaped: A high surrogate alone.',
    'lone-surrogate',
    seal(withBytes(Buffer.from('\\ud83d')), 'gcm'),
    { ...GCM, orAs: ['DECRYPTION'] },
  ),
];
