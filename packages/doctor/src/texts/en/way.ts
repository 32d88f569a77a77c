import type { TextsOf } from '../texts.ts';
import { SEND_UNCHANGED } from './words.ts';

export const way: TextsOf<
  | 'shortened'
  | 'case-lost'
  | 'utf8-mangled'
  | 'truncated'
  | 'version-missing'
  | 'version-twice'
  | 'base64-twice'
  | 'hex-text'
  | 'plus-as-blank'
  | 'percent-encoded'
  | 'html-entities'
  | 'url-alphabet'
  | 'line-breaks'
  | 'json-escapes'
  | 'invisible-characters'
  | 'padding-missing'
  | 'foreign-characters'
  | 'base64-not-canonical'
  | 'trailing-data'
> = {
  shortened: [
    'The token was shortened for display',
    'Dots or asterisks stand for what is left out and lost.',
    'Take the whole token from the answer itself, not from a log or a table.',
  ],
  'case-lost': ({ case: to }) => [
    `The letters of the token were turned to ${to === 'upper' ? 'upper' : 'lower'} case`,
    'In base64 they are different digits: the token is lost.',
    'Look for toLowerCase(), a database that ignores case, or a header’s name used as its value.',
  ],
  'utf8-mangled': ({ how }) => [
    'The bytes went through a text decoder',
    how === 'latin1'
      ? 'Each became a character, written as UTF-8. Read back so, the body is whole.'
      : 'Bytes that are no UTF-8 became U+FFFD and are lost.',
    'Keep the ciphertext in bytes until it is in base64.',
  ],
  truncated: ({ missing }) => [
    'The token is cut short',
    `It begins as a token04, and lacks at least ${missing} bytes at the end.`,
    'Look for a database column too short, a log line that cuts, or half a copy.',
  ],
  'version-missing': ({ has }) => [
    'The 04 in front is missing',
    `${has ? `In its place stands “${has}”. ` : ''}The rest is the body of a token04.`,
    'Put the digits 04 before the base64.',
  ],
  'version-twice': [
    'The 04 stands twice in front',
    'The generator writes it already.',
    'Pass the token as the generator returns it.',
  ],
  'base64-twice': [
    'The token was encoded in base64 twice',
    'In the base64 is base64 again.',
    'Encode the bytes of the body once, and put 04 before that.',
  ],
  'hex-text': [
    'The token is in hex',
    'Its body is written in hex digits.',
    'Encode the bytes of the body in base64, not in hex.',
  ],
  'plus-as-blank': [
    'Each + became a blank',
    'A URL or a form does that where + is not encoded.',
    SEND_UNCHANGED,
  ],
  'percent-encoded': [
    'The token is still percent-encoded',
    'It has %2B, %2F or %3D for +, / and =.',
    'Encode the parameter once, and decode it once: decodeURIComponent, or your framework.',
  ],
  'html-entities': [
    'There are HTML entities in the token',
    'A template escaped +, / and =, as in &#43;.',
    'Take the token from JSON, or write it unescaped into a script of JSON in the page.',
  ],
  'url-alphabet': [
    'The token is in the base64 of URLs',
    'It has - and _ for + and /.',
    'Use the standard base64 of your language, not its “URL-safe” one.',
  ],
  'line-breaks': [
    'There are line breaks in the token',
    'Some base64 functions and mails wrap lines after 64 or 76 characters.',
    'Encode without wrapping (in Java Base64.getEncoder(), not the MIME one).',
  ],
  'json-escapes': [
    'The token was copied out of JSON',
    'It has escapes of JSON, such as \\/ for /.',
    'Parse the JSON and take the field, instead of cutting it out.',
  ],
  'invisible-characters': ({ count, is }) => [
    'There are invisible characters in the token',
    is === 'mark'
      ? 'In front is a byte order mark, with which some editors begin a file.'
      : `A copy took along ${count}, such as zero-width blanks.`,
    is === 'mark'
      ? 'Save the file that the token comes from as UTF-8 without BOM.'
      : 'Copy it from the source, not from a chat or a document.',
  ],
  'padding-missing': [
    'The padding at the end is wrong',
    'Its = are missing, or too many.',
    'Use the padded base64 of your language, and trim no =.',
  ],
  'foreign-characters': ({ count }) => [
    'There are characters in the token that base64 has not',
    `${count} are none of A–Z, a–z, 0–9, + and /.`,
    SEND_UNCHANGED,
  ],
  'base64-not-canonical': [
    'The end of the base64 was altered',
    'No encoder writes its last character there.',
    'See whether it was cut or changed.',
  ],
  'trailing-data': ({ bytes }) => [
    'Something follows the end of the token',
    `${bytes} bytes follow its last field.`,
    'Were two tokens joined, or does your generator write more than one mode byte?',
  ],
};
