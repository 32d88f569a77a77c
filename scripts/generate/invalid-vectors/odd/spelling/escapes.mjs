// Characters that are escaped, or are not.
import { odd } from '../../odd-vector.mjs';
import { json } from '../../token.mjs';
import { ALL, KEEP_NUL } from '../makers.mjs';

const ESCAPES = 'What is escaped differs among the official generators, and means the same.';
const NEWER = 'JSON allows it; a newer generator may write it.';

const unicode = (text, upper = false) =>
  Array.from({ length: text.length }, (_, index) => {
    const digits = text.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${upper ? digits.toUpperCase() : digits}`;
  }).join('');

/** A text in one field, spelt otherwise than official Node.js spells it. */
const spelt = (field, text, spelling) => ({
  fields: { [field]: text },
  plaintext: json({ [field]: 'HERE' }).replace('HERE', spelling),
});
const user = (text, spelling) => spelt('user_id', text, spelling);
const payload = (text, spelling) => spelt('payload', text, spelling);

export const vectors = [
  odd('escape-slash', 'An escaped slash.', 'java php', ESCAPES, user('a/b', 'a\\/b')),
  odd(
    'escape-slash-in-payload',
    'Escaped slashes in the payload.',
    'java php',
    ESCAPES,
    payload('https://x/y', 'https:\\/\\/x\\/y'),
  ),
  odd(
    'escape-html',
    'The characters of HTML, escaped.',
    'go',
    ESCAPES,
    user('<a>&', '\\u003ca\\u003e\\u0026'),
  ),
  odd(
    'escape-ampersand',
    'An escaped ampersand, and < as it is.',
    'php',
    ESCAPES,
    user('<&>', '<\\u0026>'),
  ),
  odd(
    'escape-separators',
    'The separators of lines and paragraphs, escaped.',
    'go java dotnet php',
    ESCAPES,
    user('\u2028\u2029', '\\u2028\\u2029'),
  ),
  odd(
    'raw-separators',
    'The separators of lines and paragraphs as they are.',
    'node python cpp objc',
    'JSON allows them, though strings of JavaScript once did not.',
    user('\u2028\u2029', '\u2028\u2029'),
  ),
  odd(
    'raw-delete',
    'U+007F as it is.',
    'go node python cpp objc dotnet php',
    'It is no control character to JSON.',
    user('\u007f', '\u007f'),
  ),
  odd(
    'escape-delete',
    'U+007F to U+009F escaped in upper case.',
    'java',
    ESCAPES,
    user('\u007f\u0080\u009f', '\\u007F\\u0080\\u009F'),
  ),
  odd('escape-next-line', 'U+0085 escaped.', 'java dotnet php', ESCAPES, user('\u0085', '\\u0085')),
  odd(
    'escape-punctuation',
    'A dash of U+2000 to U+20FF escaped.',
    'java',
    ESCAPES,
    user('\u2014\u20ac', '\\u2014\\u20AC'),
  ),
  odd(
    'escape-chinese',
    'Chinese in lower-case escapes.',
    'php',
    ESCAPES,
    user('\u4e2d\u6587', '\\u4e2d\\u6587'),
  ),
  odd(
    'raw-chinese',
    'Chinese as it is.',
    'go python node java cpp objc dotnet',
    ESCAPES,
    user('\u4e2d\u6587', '\u4e2d\u6587'),
  ),
  odd(
    'escape-emoji',
    'An emoji as an escaped surrogate pair.',
    'php',
    ESCAPES,
    user('\u{1f600}', '\\ud83d\\ude00'),
  ),
  odd(
    'escape-emoji-upper-case',
    'The same with upper-case digits.',
    '',
    ESCAPES,
    user('\u{1f600}', '\\uD83D\\uDE00'),
  ),
  odd(
    'escape-emoji-mixed-case',
    'The same with digits of both cases.',
    '',
    ESCAPES,
    user('\u{1f600}', '\\uD83d\\udE00'),
  ),
  odd(
    'escape-controls-short',
    'The five short escapes.',
    ALL,
    ESCAPES,
    user('\b\f\n\r\t', '\\b\\f\\n\\r\\t'),
  ),
  odd(
    'escape-controls-long',
    'The same five by number, as Go did for two of them before 1.22.',
    '',
    ESCAPES,
    user('\b\f\n\r\t', '\\u0008\\u000c\\u000a\\u000d\\u0009'),
  ),
  odd(
    'escape-control-upper-case',
    'U+001F in upper case.',
    'java cpp objc',
    ESCAPES,
    user('\u001f', '\\u001F'),
  ),
  odd(
    'escape-control-lower-case',
    'U+001F in lower case.',
    'go python node dotnet php',
    ESCAPES,
    user('\u001f', '\\u001f'),
  ),
  odd(
    'escape-quote',
    'A quote and a backslash by their numbers.',
    '',
    NEWER,
    user('"\\', '\\u0022\\u005c'),
  ),
  odd(
    'escape-everything',
    'Every character of a value is escaped.',
    '',
    NEWER,
    user('demo', unicode('demo')),
  ),
  odd(
    'escape-everything-in-names',
    'Every character of every name is escaped, in upper case.',
    '',
    NEWER,
    { plaintext: json().replaceAll(/[a-z_]+(?=":)/g, (name) => unicode(name, true)) },
  ),
  odd(
    'escape-nul',
    'A NUL, escaped.',
    KEEP_NUL,
    'All but C++ and Objective-C keep it.',
    user('a\0b', 'a\\u0000b'),
  ),
];
