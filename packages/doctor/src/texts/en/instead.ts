import type { TextsOf } from '../texts.ts';
import { MAKE_TOKEN, SEE_ENDPOINT, SEE_PASSED } from './words.ts';

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
  empty: ['There is no token', 'The input is empty.', SEE_ENDPOINT],
  'too-long': ({ length }) => [
    'It is too long for a token',
    `It has ${length} characters; the longest token has 87,422.`,
    SEE_PASSED,
  ],
  'not-set': ({ text }) => [
    'The variable was never set',
    `The input is the word “${text}”: a variable without a value, as text.`,
    'Wait for the answer of your token endpoint, and take the token from the field it really has.',
  ],
  'object-as-text': [
    'An object was turned into text',
    'The whole answer was passed, not the token in it.',
    'Pass the field of the answer that holds the token, such as answer.token.',
  ],
  'promise-as-text': [
    'A promise was turned into text',
    'Nobody waited for the token: this was a promise, a future or a task.',
    'Write await before the call that fetches or makes the token.',
  ],
  'bytes-as-text': [
    'Bytes were printed as text',
    'A buffer or an array of bytes was passed, not a string.',
    'Pass the string that the generator makes, or 04 and the bytes in base64.',
  ],
  placeholder: [
    'This is a placeholder',
    'It stands in an example for a token, or for a variable that nobody filled in.',
    'Put in a token of your own: token04 generate makes one.',
  ],
  'error-as-text': [
    'This is the message of an error',
    'The call that should bring the token failed, and its error was passed on.',
    'Read the message, mend the call, and pass nothing on where it fails.',
  ],
  'html-page': [
    'This is an HTML page',
    'Your token endpoint answered a page: an error, a login or the app itself.',
    'Open its address in a browser: is the path right, and the user logged in?',
  ],
  'json-error': [
    'This is an error in JSON',
    'Your token endpoint answered that it failed, and that was passed on.',
    'Read the answer, mend its cause, and pass nothing on where it fails.',
  ],
  'client-code': ({ code }) => [
    'This is an error code, not a token',
    `One of ZEGO’s SDKs shows ${code}.`,
    `Look it up: token04 explain ${code}. To see the cause, give the refused token.`,
  ],
  // The code of zego-zim-web 2.29.0 (6000107 unless it begins with 04), and ZEGO's documentation.
  token03: ['This is a token of version 03', 'The SDKs of today refuse it.', MAKE_TOKEN],
  // By no SDK or documentation of ZEGO's is a token a JWT (docs/specification.md, 1).
  'jwt-claims': [
    'Your endpoint makes JWTs in place of token04',
    'This JSON Web Token has an app, a user or a room in it. No SDK of ZEGO’s takes one.',
    MAKE_TOKEN,
  ],
  'jwt-in-kit-token': [
    'There is a JWT in the kit token',
    'Before the # stands a JSON Web Token, not a token04.',
    'Make a token04, and then the kit token with createKitToken().',
  ],
  jwt: [
    'This is a JWT',
    'It is a JSON Web Token, such as that of your own login.',
    'Pass the token04 that your token endpoint answers, not the token of your session.',
  ],
  // The generators that Agora and Tencent publish: 006 or 007 in front, and zlib in base64.
  'foreign-token': ({ of }) => [
    'This is the token of another vendor',
    `It has the form of a token of ${of}’s.`,
    MAKE_TOKEN,
  ],
  // https://www.zegocloud.com/docs/live-streaming-web/live-streaming/obs-push-with-whip
  whip: [
    'These are the parameters of a WHIP or RTMP address',
    'zgToken, zgExpired and zgNonce sign an address for a streaming tool.',
    'For an SDK make a token04. For OBS and the like keep this, by ZEGO’s WHIP page.',
  ],
  'credential-as-token': ({ digits }) =>
    digits === 64
      ? [
          'This looks like an AppSign, not a token',
          'An AppSign has 64 hex digits, and so has the token of a WHIP address.',
          'Make a token with the ServerSecret, on your server.',
        ]
      : [
          'This looks like a secret, not a token',
          'A ServerSecret has 32 hex digits.',
          'Make a token with it, on your server. If clients have it, have it replaced.',
        ],
  'not-a-token': ({ is }) => [
    'This is not a token04',
    is === 'json'
      ? 'It is a JSON object without a token04 in it.'
      : is === 'number'
        ? 'It is a number, and no code of ZEGO’s about tokens.'
        : 'A token04 is 04 and base64, which is not in the input.',
    SEE_PASSED,
  ],
};
