import { jsonOfLength, seal } from '../token.mjs';
import { malformed } from '../vector.mjs';

export const area = 'base64';
export const description =
  'What follows the prefix must be the one base64 text of its bytes: standard alphabet, padded, one line.';

// Bytes that give plus signs and slashes, which a body of other bytes may lack.
const iv = Uint8Array.of(7, 7, 0xfb, 0xef, 0xbe, 0xff, 0xff, 0xff, 7, 7, 7, 7, 7, 7, 7, 7);

// 6, 7 and 8 blocks: bodies that end in ==, in = and without padding.
const [twoPads, onePad, noPad] = [95, 111, 127].map((n) => seal(jsonOfLength(n), 'cbc', { iv }));

const lines = (text, width, end) => text.match(new RegExp(`.{1,${width}}`, 'g')).join(end);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The last character before the padding, with some of the bits set that no byte takes. */
function withTrailingBits(token, bits) {
  const [, start, last, padding] = /^(.*)([^=])(=+)$/.exec(token);
  return start + ALPHABET[ALPHABET.indexOf(last) | bits] + padding;
}

export const vectors = [
  malformed('url-alphabet', '- and _ for + and /.', 'base64-alphabet', url(noPad)),
  malformed('minus', '- for +, the slashes kept.', 'base64-alphabet', noPad.replaceAll('+', '-')),
  malformed(
    'underscore',
    '_ for /, the pluses kept.',
    'base64-alphabet',
    noPad.replaceAll('/', '_'),
  ),
  malformed(
    'url-alphabet-unpadded',
    'base64url as JWTs have it.',
    'base64-alphabet',
    url(twoPads).replace(/=+$/, ''),
  ),
  malformed('comma', ', for /, as in IMAP.', 'base64-alphabet', noPad.replaceAll('/', ',')),
  malformed(
    'form-decoded',
    'A form has turned + into a blank.',
    'base64-alphabet',
    noPad.replaceAll('+', ' '),
  ),
  malformed(
    'percent-plus',
    'Only + is percent-coded.',
    'base64-alphabet',
    noPad.replaceAll('+', '%2B'),
  ),
  malformed(
    'percent-padding',
    'Only = is percent-coded.',
    'base64-alphabet',
    twoPads.replaceAll('=', '%3D'),
  ),
  malformed(
    'dot-padding',
    'The padding is written as dots.',
    'base64-alphabet',
    twoPads.replaceAll('=', '.'),
  ),
  malformed(
    'tilde-padding',
    'The padding is written as tildes.',
    'base64-alphabet',
    twoPads.replaceAll('=', '~'),
  ),
  malformed(
    'foreign-character',
    'A * among the characters.',
    'base64-alphabet',
    inserted(noPad, '*'),
  ),
  malformed(
    'foreign-four',
    'Four foreign characters, so that the length is still right.',
    'base64-alphabet',
    inserted(noPad, '!!!!'),
  ),
  malformed('nul', 'A NUL among the characters.', 'base64-alphabet', inserted(noPad, '\0')),
  malformed(
    'cyrillic',
    'A Cyrillic letter that looks like the A.',
    'base64-alphabet',
    noPad.replace('A', '\u0410'),
  ),
  malformed(
    'full-width-plus',
    'A full-width plus sign.',
    'base64-alphabet',
    noPad.replace('+', '\uff0b'),
  ),
  malformed('padding-missing-one', 'The one = is missing.', 'base64-padding', onePad.slice(0, -1)),
  malformed('padding-missing-two', 'Both = are missing.', 'base64-padding', twoPads.slice(0, -2)),
  malformed('padding-half', 'One = of two is missing.', 'base64-padding', twoPads.slice(0, -1)),
  malformed('padding-extra-one', 'One = where none belongs.', 'base64-padding', `${noPad}=`),
  malformed('padding-extra-two', 'Two = where none belongs.', 'base64-padding', `${noPad}==`),
  malformed(
    'padding-extra-four',
    'Four = where none belongs: a whole group of padding.',
    'base64-padding',
    `${noPad}====`,
  ),
  malformed('padding-two-for-one', 'Two = where one belongs.', 'base64-padding', `${onePad}=`),
  malformed('padding-three-for-two', 'Three = where two belong.', 'base64-padding', `${twoPads}=`),
  malformed(
    'padding-in-the-middle',
    'Two base64 texts in one: padding, then more.',
    'base64-padding',
    `${twoPads}AAAA`,
  ),
  malformed(
    'padding-first',
    'The padding stands first.',
    'base64-padding',
    twoPads.replace(/^04(.*)==$/, '04==$1'),
  ),
  malformed('padding-alone', 'Nothing but padding.', 'base64-padding', '04===='),
  malformed(
    'one-character-over',
    'A single character in the last group.',
    'base64-padding',
    `${noPad}A`,
  ),
  ...[1, 2, 4, 8, 15].map((bits) =>
    malformed(
      `trailing-bits-${bits}-of-15`,
      `The last byte's character has the unused bits ${bits} set.`,
      'base64-bits',
      withTrailingBits(twoPads, bits),
    ),
  ),
  ...[1, 2, 3].map((bits) =>
    malformed(
      `trailing-bits-${bits}-of-3`,
      `The last two bytes' character has the unused bits ${bits} set.`,
      'base64-bits',
      withTrailingBits(onePad, bits),
    ),
  ),
  malformed(
    'lines-of-76',
    'Broken into lines of 76, as in MIME.',
    'base64-whitespace',
    lines(noPad, 76, '\r\n'),
  ),
  malformed(
    'lines-of-64',
    'Broken into lines of 64, as in PEM.',
    'base64-whitespace',
    lines(noPad, 64, '\n'),
  ),
  malformed(
    'line-feed',
    'A line feed among the characters.',
    'base64-whitespace',
    inserted(noPad, '\n'),
  ),
  malformed('blank', 'A blank among the characters.', 'base64-whitespace', inserted(noPad, ' ')),
  malformed('tab', 'A tab among the characters.', 'base64-whitespace', inserted(noPad, '\t')),
  malformed(
    'newline-before-padding',
    'A line feed before the padding.',
    'base64-whitespace',
    twoPads.replace('==', '\n=='),
  ),
  malformed(
    'escaped-slashes',
    'Its slashes escaped, as some JSON writers do.',
    'base64-alphabet',
    noPad.replaceAll('/', '\\/'),
  ),
  malformed(
    'twice',
    'The body is in base64 twice.',
    'base64-twice',
    `04${Buffer.from(noPad.slice(2)).toString('base64')}`,
  ),
  malformed(
    'whole-token-twice',
    'The token, prefix and all, in base64 again.',
    'base64-twice',
    `04${Buffer.from(noPad).toString('base64')}`,
  ),
];

function url(token) {
  return token.replaceAll('+', '-').replaceAll('/', '_');
}

function inserted(token, text) {
  return token.slice(0, 40) + text + token.slice(40);
}
