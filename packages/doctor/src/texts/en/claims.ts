import type { TextsOf } from '../texts.ts';
import {
  anotherId,
  BEFORE_HASH,
  breaksAt,
  DUMPS,
  encodedIn,
  FIELDS,
  MAKE_JSON,
  MAKE_KIT,
  MAKE_PAYLOAD,
  NONCE,
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
    'Quotes in the JSON are not escaped',
    `It breaks at character ${position}${key ? `, in the value of ${key}` : ''}.`,
    MAKE_JSON,
  ],
  'plaintext-python': ({ position }) => [
    'The plaintext is not JSON but what Python prints',
    python(position),
    DUMPS,
  ],
  'plaintext-json-broken': ({ position, kind }) => [
    'The JSON in the token is broken',
    breaksAt(position, kind),
    MAKE_JSON,
  ],
  'plaintext-not-json': ({ encoding }) => [
    'What is encrypted is not the JSON of a token04',
    encoding ? encodedIn(encoding) : 'The secret fits.',
    encoding ? 'Encrypt the JSON itself in UTF-8 (in .NET Encoding.UTF8).' : MAKE_JSON,
  ],
  'plaintext-double-encoded': ['The JSON was encoded twice', '', 'Turn the fields into JSON once.'],
  'field-renamed': ({ field, key }) => [`The field ${field} is called ${key}`, '', FIELDS],
  'app-id-not-a-number': ({ got }) => [
    'The appId in the token is not a number',
    `It is of the type ${got}.`,
    'Pass Number(process.env.ZEGO_APP_ID).',
  ],
  'nonce-invalid': ({ got }) => [
    'The nonce is not an integer',
    `It is of the type ${got}, or out of range.`,
    NONCE,
  ],
  'payload-object': ['The payload is an object instead of a string', '', MAKE_PAYLOAD],
  'field-missing': ({ field }) => [`The field ${field} is missing`, '', FIELDS],
  'field-invalid': ({ field, got }) => [
    `The field ${field} is wrong`,
    `It is of the type ${got}, or out of range.`,
    'user_id and payload are strings, all others integers.',
  ],
  'expire-mismatch': ({ inner, outer }) => [
    'The two expiry times differ',
    `The encrypted one is ${inner}, the one outside ${outer}.`,
    'Write the same in both places. If you did, the token was altered.',
  ],
  // The error file of zego-express-engine-reactnative 3.22.0: 1002005 for an empty userID.
  'user-id-empty': ['The userId is empty', '', 'Pass the userId with which the client logs in.'],
  'ttl-not-positive': ({ ttl }) => [
    'The token ends before it begins',
    `It is good for ${ttl} seconds.`,
    `${PASS_SECONDS} The expire is ctime plus these.`,
  ],
  'app-id-mismatch': ({ appId, expected }) => [
    'The token is of another app',
    `Its appId is ${appId}; expected was ${expected}.`,
    'Use the same project on the server and in the client.',
  ],
  'user-id-mismatch': anotherId(
    'The token is of another user',
    'Log in with exactly the userId of the token.',
  ),
  // The code of zego-uikit-prebuilt 2.18.4, as for all about kit tokens (docs/specification.md, 9).
  'kit-missing': [
    'UIKit wants a kit token, and this has no #',
    'Without it the console says “kitToken error”.',
    MAKE_KIT,
  ],
  'kit-unexpected': ['A kit token is for UIKit alone', '', BEFORE_HASH],
  'kit-damaged': ['The kit token is damaged behind the #', '', MAKE_KIT],
  'kit-mismatch': ({ field }) => [
    `The two parts of the kit token differ in ${field}`,
    '',
    'Make both for the same app, user and room.',
  ],
  expired: ({ secondsAgo }, duration) => [
    'The token has expired',
    `It ended ${duration(secondsAgo)} ago.`,
    'Fetch a new one, and renew it in time with renewToken. If it is new, check the clock and time zone of your server.',
  ],
  // The code of zego-zim-web 2.29.0: under 30 s left is 6000108.
  'expires-soon': ({ secondsLeft }) => [
    'The token ends too soon for ZIM',
    `${secondsLeft} seconds are left; ZIM wants 30.`,
    'Fetch a new one before you log in.',
  ],
};
