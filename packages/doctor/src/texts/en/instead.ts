import type { TextsOf } from '../texts.ts';
import { MAKE_KIT, MAKE_TOKEN, MEND_CALL, SEE_ENDPOINT, SEE_PASSED } from './words.ts';

export const instead: TextsOf<
  | 'empty'
  | 'too-long'
  | 'not-set'
  | 'object-as-text'
  | 'promise-as-text'
  | 'bytes-as-text'
  | 'placeholder'
  | 'error-as-text'
  | 'html-page'
  | 'json-error'
  | 'client-code'
  | 'token03'
  | 'jwt-claims'
  | 'jwt-in-kit-token'
  | 'jwt'
  | 'foreign-token'
  | 'whip'
  | 'credential-as-token'
  | 'not-a-token'
> = {
  empty: ['There is no token', '', SEE_ENDPOINT],
  'too-long': ({ length }) => [
    'This is too long for a token',
    `It has ${length} characters; the longest token has 87,422.`,
    SEE_PASSED,
  ],
  'not-set': ({ text }) => [
    'The variable was never set',
    `It is the text “${text}”.`,
    SEE_ENDPOINT,
  ],
  'object-as-text': [
    'An object was turned into text',
    '',
    'Pass the field of the answer that has the token.',
  ],
  'promise-as-text': [
    'A promise was turned into text',
    '',
    'Write await before the call that fetches or makes the token.',
  ],
  'bytes-as-text': [
    'Bytes were printed as text',
    '',
    'Encode the bytes in base64, or decode them as text.',
  ],
  placeholder: [
    'This is a placeholder',
    '',
    'Put in a token of your own: token04 generate makes one.',
  ],
  'error-as-text': ['This is the message of an error', '', MEND_CALL],
  'html-page': [
    'This is an HTML page',
    '',
    'Open your token endpoint in a browser: is the path right, and the user logged in?',
  ],
  'json-error': ['This is an answer in JSON that tells of an error', '', MEND_CALL],
  'client-code': ({ code }) => [
    'This is an error code, not a token',
    '',
    `See token04 explain ${code}, or give the refused token.`,
  ],
  // The code of zego-zim-web 2.29.0 (6000107 unless it begins with 04), and ZEGO's documentation.
  token03: ['This is a token of version 03', '', MAKE_TOKEN],
  // By no SDK or documentation of ZEGO's is a token a JWT (docs/specification.md, 1).
  'jwt-claims': ['Your token endpoint makes JWTs, which no SDK of ZEGO takes', '', MAKE_TOKEN],
  'jwt-in-kit-token': ['There is a JWT in the kit token', '', MAKE_KIT],
  jwt: [
    'This is a JWT',
    '',
    'Pass the token04 that your token endpoint answers, not the token of your own login.',
  ],
  // The generators that Agora and Tencent publish: 006 or 007 in front, and zlib in base64.
  'foreign-token': ({ of }) => [`This is a token of ${of}`, '', MAKE_TOKEN],
  // https://www.zegocloud.com/docs/live-streaming-web/live-streaming/obs-push-with-whip
  whip: ['These are the parameters of a WHIP or RTMP address', '', MAKE_TOKEN],
  'credential-as-token': ({ digits }) =>
    digits === 64
      ? [
          'This looks like an AppSign, or the token of a WHIP address',
          '',
          'Make a token with the ServerSecret, on your server.',
        ]
      : [
          'This looks like a ServerSecret, not a token',
          '',
          'Make a token with it, on your server. If clients have it, have it replaced.',
        ],
  'not-a-token': ({ is }) => [
    'This is not a token04',
    is === 'json'
      ? 'It is JSON without a token04.'
      : is === 'number'
        ? 'It is a number, and no code about tokens.'
        : 'A token04 is 04 and base64.',
    SEE_PASSED,
  ],
};
