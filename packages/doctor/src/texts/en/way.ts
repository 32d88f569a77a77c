import type { TextsOf } from '../texts.ts';
import { AS_RETURNED, SEND_UNCHANGED, TAKE_FIELD } from './words.ts';

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
    '',
    'Take the whole token from the answer, not from a log.',
  ],
  'case-lost': ({ case: to }) => [
    `The token was turned to ${to} case, and is lost`,
    '',
    'Look for toLowerCase(), or a database or header that ignores case.',
  ],
  'utf8-mangled': [
    'The bytes went through a text decoder',
    '',
    'Keep the ciphertext in bytes until it is in base64.',
  ],
  truncated: ({ missing }) => [
    'The token is cut short',
    `At least ${missing} bytes are missing.`,
    'Look for a short database column, a cut log line, or half a copy.',
  ],
  'version-missing': ({ has }) => [
    'The 04 in front is missing',
    has ? `In its place stands “${has}”.` : '',
    'Put 04 before the base64.',
  ],
  'version-twice': ['The 04 stands twice in front', '', AS_RETURNED],
  'base64-twice': [
    'The token was encoded in base64 twice',
    '',
    'Encode the bytes once. Put 04 before the base64.',
  ],
  'hex-text': ['The token is in hex', '', 'Encode the bytes in base64, not in hex.'],
  'plus-as-blank': ['Each + became a blank', '', SEND_UNCHANGED],
  'percent-encoded': [
    'The token is still percent-encoded',
    '',
    'Encode the parameter once, and decode it once.',
  ],
  'html-entities': [
    'There are HTML entities in the token',
    '',
    'Pass the token as JSON, which needs no escapes.',
  ],
  'url-alphabet': [
    'The token is in the base64 of URLs',
    'It has - and _ for + and /.',
    'Use the standard base64 of your language.',
  ],
  'line-breaks': [
    'There are line breaks in the token',
    '',
    'Encode and copy it in one line (in Java Base64.getEncoder()).',
  ],
  'json-escapes': ['The token was copied out of JSON', '', TAKE_FIELD],
  'invisible-characters': ({ count, is }) => [
    'There are invisible characters in the token',
    is === 'mark' ? 'In front is a byte order mark.' : `It has ${count} of them.`,
    is === 'mark'
      ? 'Save its file as UTF-8 without BOM.'
      : 'Copy it from the source, not from a chat.',
  ],
  'padding-missing': [
    'The = at the end are missing, or too many',
    '',
    'Use the standard base64 of your language, and trim no =.',
  ],
  'foreign-characters': ({ count }) => [
    'There are characters in the token that base64 has not',
    `It has ${count} of them.`,
    SEND_UNCHANGED,
  ],
  'base64-not-canonical': [
    'The end of the base64 was altered',
    '',
    'See whether it was cut or changed.',
  ],
  'trailing-data': ({ bytes }) => [
    'Something follows the end of the token',
    `It has ${bytes} bytes.`,
    'Were two tokens joined, or is there more than one mode byte?',
  ],
};
