import type { TextsOf } from '../texts.ts';
import {
  BEFORE_HASH,
  BREAKS,
  differenceIn,
  FIELDS,
  MAKE_JSON,
  MAKE_PAYLOAD,
  mendDifference,
  NONCE,
  nameOfEncoding,
  PASS_SECONDS,
  python,
} from './words.ts';

export const claims: TextsOf<
  | 'plaintext-quotes'
  | 'plaintext-python'
  | 'plaintext-json-broken'
  | 'plaintext-not-json'
  | 'plaintext-double-encoded'
  | 'field-renamed'
  | 'app-id-not-a-number'
  | 'nonce-invalid'
  | 'payload-object'
  | 'field-missing'
  | 'field-invalid'
  | 'expire-mismatch'
  | 'user-id-empty'
  | 'ttl-not-positive'
  | 'app-id-mismatch'
  | 'user-id-mismatch'
  | 'kit-missing'
  | 'kit-unexpected'
  | 'kit-damaged'
  | 'kit-mismatch'
  | 'expired'
  | 'expires-soon'
> = {
  'plaintext-quotes': ({ key, position }) => [
    'The JSON was put together by hand: its quotes are not escaped',
    `The secret fits. The JSON breaks at character ${position}${key ? `, in the value of ${key}` : ''}: ${BREAKS['quotes']}.`,
    MAKE_JSON,
  ],
  'plaintext-python': ({ position }) => [
    'The plaintext is not JSON but what a program prints',
    `The secret fits. ${python(position)}`,
    'Use json.dumps(claims), not str(claims).',
  ],
  'plaintext-json-broken': ({ position, kind }) => [
    'The JSON in the token is broken',
    `The secret fits. The JSON breaks at character ${position}: ${BREAKS[String(kind)] ?? BREAKS['other']}.`,
    MAKE_JSON,
  ],
  'plaintext-not-json': ({ encoding }) => [
    'What is encrypted is not the JSON of a token04',
    `The secret fits, but behind it is ${encoding ? nameOfEncoding(encoding) : 'no JSON object with the fields of a token04'}.`,
    encoding
      ? 'Encrypt the JSON itself, in UTF-8 (in .NET Encoding.UTF8, not Unicode), neither compressed nor encoded.'
      : MAKE_JSON,
  ],
  'plaintext-double-encoded': [
    'The JSON was encoded twice',
    'It is a JSON string that holds the JSON of the fields.',
    'Turn the fields into JSON once.',
  ],
  'field-renamed': ({ field, key }) => [
    `The field ${field} has another name`,
    `It is called ${key}.`,
    FIELDS,
  ],
  'app-id-not-a-number': ({ got }) => [
    'The appId in the token is not a number',
    `It is of the type ${got}. Environment variables are strings.`,
    'Convert it first: Number(process.env.ZEGO_APP_ID).',
  ],
  'nonce-invalid': ({ got }) => [
    'The nonce is not an integer',
    got === 'number' ? 'It is a fraction or out of range.' : `It is of the type ${got}.`,
    NONCE,
  ],
  'payload-object': [
    'The payload is an object instead of a string',
    'It has to be a string that holds JSON.',
    MAKE_PAYLOAD,
  ],
  'field-missing': ({ field }) => [
    `The field ${field} is missing`,
    'The secret fits, but the JSON lacks the field.',
    FIELDS,
  ],
  'field-invalid': ({ field, got }) => [
    `The field ${field} is not what it has to be`,
    `It is of the type ${got}, or out of range.`,
    'app_id, nonce, ctime and expire are integers; user_id and payload are strings.',
  ],
  'expire-mismatch': ({ inner, outer }) => [
    'The two expiry times differ',
    `The encrypted one is ${inner}, the one outside ${outer}, which anyone can change.`,
    'Write the same value in both places. If you did, the token was altered.',
  ],
  // The error file of zego-express-engine-reactnative 3.22.0: 1002005 for an empty userID.
  'user-id-empty': [
    'The userId is empty',
    'No login takes a token without a user.',
    'Pass the userId with which the client logs in.',
  ],
  'ttl-not-positive': ({ ttl }) => [
    'The token ends before it begins',
    `From ctime to expire there are ${ttl} seconds.`,
    PASS_SECONDS,
  ],
  'app-id-mismatch': ({ appId, expected }) => [
    'The token is of another app',
    `Its appId is ${appId}; expected was ${expected}.`,
    'Use appId and secret of the same project, on the server and in the client.',
  ],
  'user-id-mismatch': ({ difference }) => [
    'The token is of another user',
    `Its userId is not the expected one. ${differenceIn(difference)}`.trim(),
    mendDifference(difference, 'Log in with exactly the userId of the token.'),
  ],
  // The code of zego-uikit-prebuilt 2.18.4, as for all about kit tokens (docs/specification.md, 9).
  'kit-missing': [
    'UIKit wants a kit token, and this has no #',
    'The prebuilt UIKit reads data behind a #. Without it the console says “kitToken error”.',
    'Make one with createKitToken(), or generateKitTokenForProduction of UIKit.',
  ],
  'kit-unexpected': [
    'A kit token is for UIKit alone',
    'This product takes what stands before the #: a token04.',
    BEFORE_HASH,
  ],
  'kit-damaged': [
    'The second part of the kit token is damaged',
    'Behind the # is not base64 of the JSON that the prebuilt UIKit reads.',
    'Make it with createKitToken(), and send it unchanged: in a URL, # begins the fragment.',
  ],
  'kit-mismatch': ({ field }) => [
    `The two parts of the kit token differ in ${field}`,
    `The ${field} behind the # is not the one in the token.`,
    'Make both for the same app, user and room, with createKitToken().',
  ],
  expired: ({ secondsAgo }, duration) => [
    'The token has expired',
    `It ended ${duration(secondsAgo)} ago.`,
    'Fetch a new one, and renew in time by renewToken, when the SDK says so. If it is new, see the clocks.',
  ],
  // The code of zego-zim-web 2.29.0: under 30 s left is 6000108.
  'expires-soon': ({ secondsLeft }) => [
    'The token ends too soon for ZIM',
    `${secondsLeft} seconds are left; ZIM wants 30 at login.`,
    'Fetch a new token before you log in.',
  ],
};
