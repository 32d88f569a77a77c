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
    'Dots or asterisks stand for what was left out, which cannot be had back.',
    'Take the whole token from the answer itself, not from a log or a table.',
  ],
  'case-lost': ({ case: to }) => [
    `The letters of the token were turned to ${to === 'upper' ? 'upper' : 'lower'} case`,
    'In base64 they are different digits, so that the token is lost.',
    'Look for toLowerCase(), a database that ignores case, or a header name used as the value.',
  ],
  'utf8-mangled': ({ how }) => [
    'The bytes went through a text decoder',
    how === 'latin1'
      ? 'Each byte became a character and was then written as UTF-8. Read back so, the body is whole.'
      : 'Bytes that are no UTF-8 were replaced by U+FFFD, so that they are lost.',
    'Keep the ciphertext in bytes until it is in base64.',
  ],
  truncated: ({ missing }) => [
    'The token is cut short',
    `It begins as a token04, and at least ${missing} bytes are missing at its end.`,
    'Look for a database column that is too short, a log line that cuts, or half a copy.',
  ],
  'version-missing': [
    'The 04 in front is missing',
    'The rest is the body of a token04.',
    'Put the characters 04 before the base64.',
  ],
  'version-twice': [
    'The 04 stands twice in front',
    'The generator writes it already.',
    'Pass the token as the generator returns it.',
  ],
  'base64-twice': [
    'The token was encoded in base64 twice',
    'What is in the base64 is base64 again.',
    'Encode the bytes of the body once, and put 04 before that.',
  ],
  'hex-text': [
    'The token is in hex',
    'Its body is written in hex digits.',
    'Encode the bytes of the body in base64, not in hex.',
  ],
  'plus-as-blank': [
    'Each + became a blank',
    'That happens in a URL or a form where it is not encoded.',
    SEND_UNCHANGED,
  ],
  'percent-encoded': [
    'The token is still percent-encoded',
    'It has %2B, %2F or %3D in place of +, / and =.',
    'Decode the parameter once, with decodeURIComponent or your framework, and encode it only once.',
  ],
  'html-entities': [
    'There are HTML entities in the token',
    'It has &#43; or the like in place of +, / and =: a template escaped it.',
    'Take the token from JSON, or write it into the page unescaped inside a script of JSON.',
  ],
  'url-alphabet': [
    'The token is in the base64 of URLs',
    'It has - and _ in place of + and /.',
    'Use the standard base64 of your language, not its “URL-safe” one.',
  ],
  'line-breaks': [
    'There are line breaks in the token',
    'Some base64 functions and mails wrap lines after 64 or 76 characters.',
    'Encode without wrapping (in Java Base64.getEncoder(), not the MIME one).',
  ],
  'json-escapes': [
    'The token was copied out of JSON',
    'It has escapes of JSON in it, such as \\/ for /.',
    'Parse the JSON answer and take the field, instead of cutting it out.',
  ],
  'invisible-characters': ({ count }) => [
    'There are invisible characters in the token',
    `${count} characters that are not seen, such as zero-width blanks, came along with a copy.`,
    'Copy it from the source, not from a chat or a document.',
  ],
  'padding-missing': [
    'The padding at the end is wrong',
    'The = at the end are missing, or there are too many.',
    'Use the padded base64 of your language, and do not trim = anywhere.',
  ],
  'foreign-characters': ({ count }) => [
    'There are characters in the token that base64 has not',
    `${count} of its characters are none of A–Z, a–z, 0–9, + and /.`,
    SEND_UNCHANGED,
  ],
  'base64-not-canonical': [
    'The end of the base64 was altered',
    'No encoder writes its last character there.',
    'See whether the last character was cut or changed.',
  ],
  'trailing-data': ({ bytes }) => [
    'Something follows the end of the token',
    `${bytes} bytes follow its last field.`,
    'See whether two tokens were joined, or whether your generator writes more than one mode byte.',
  ],
};
