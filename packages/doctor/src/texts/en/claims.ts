import type { TextsOf } from '../texts.ts';
import { BREAKS, DIFFERENCES } from './words.ts';

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
    `The secret fits. The JSON breaks at character ${position}${key ? `, in the value of ${key}` : ''}: a quote in it ends the string.`,
    'Make it with JSON.stringify(), json.dumps or json_encode, also the payload in it.',
  ],
  'plaintext-python': ({ position }) => [
    'The plaintext is not JSON but what a program prints',
    `The secret fits. At character ${position} it has single quotes, True, False or None, as Python’s str() writes them.`,
    'Use json.dumps(claims) in place of str(claims).',
  ],
  'plaintext-json-broken': ({ position, kind }) => [
    'The JSON in the token is broken',
    `The secret fits. The JSON breaks at character ${position}: ${BREAKS[String(kind)] ?? BREAKS['other']}.`,
    'Make it with JSON.stringify() or the JSON library of your language, not by hand.',
  ],
  'plaintext-not-json': [
    'What is encrypted is not the JSON of a token04',
    'The secret fits, but behind it is no JSON object with the fields of a token04.',
    'Encrypt JSON.stringify() of the fields, not an object turned into text.',
  ],
  'plaintext-double-encoded': [
    'The JSON was encoded twice',
    'Behind the encryption is a JSON string, and in that the object.',
    'Turn the fields into JSON once.',
  ],
  'field-renamed': ({ field, key }) => [
    `The field ${field} has another name`,
    `It is called ${key} in the token. Names are compared to the letter.`,
    'Write app_id, user_id, nonce, ctime, expire and payload, with exactly these names.',
  ],
  'app-id-not-a-number': ({ got }) => [
    'The appId in the token is not a number',
    `app_id is of the type ${got}. Environment variables are strings.`,
    'Convert it before the token is made: Number(process.env.ZEGO_APP_ID).',
  ],
  'nonce-invalid': ({ got }) => [
    'The nonce is not an integer',
    got === 'number' ? 'It is a fraction or out of range.' : `It is of the type ${got}.`,
    'Draw an integer from −2147483648 to 2147483647, and write it as a number.',
  ],
  'payload-object': [
    'The payload is an object instead of a string',
    'payload stands in the token as a JSON object. It has to be a string that holds JSON.',
    'Pass JSON.stringify(payload), or make it with roomPayload().',
  ],
  'field-missing': ({ field }) => [
    `The field ${field} is missing`,
    'The token can be decrypted, but its JSON lacks the field, or calls it something else.',
    'Write app_id, user_id, nonce, ctime, expire and payload, with exactly these names.',
  ],
  'field-invalid': ({ field, got }) => [
    `The field ${field} is not what it has to be`,
    `It is of the type ${got}, or out of range.`,
    'app_id, nonce, ctime and expire are integers; user_id and payload are strings.',
  ],
  'expire-mismatch': ({ inner, outer }) => [
    'The two expiry times differ',
    `The encrypted one is ${inner}, the one outside ${outer}. The one outside is unproved: someone may have changed it.`,
    'Write the same value in both places. If you did, the token was tampered with.',
  ],
  'user-id-empty': [
    'The userId is empty',
    'The token names no user. Official .NET makes such tokens; no login takes them.',
    'Pass the userId with which the client logs in.',
  ],
  'ttl-not-positive': ({ ttl }) => [
    'The token ends before it begins',
    `From ctime to expire there are ${ttl} seconds.`,
    'Pass a duration in seconds above 0, such as 3600.',
  ],
  'app-id-mismatch': ({ appId, expected }) => [
    'The token is of another app',
    `Its appId is ${appId}; expected was ${expected}.`,
    'Use appId and secret of the same project, on the server and in the client.',
  ],
  'user-id-mismatch': ({ difference }) => [
    'The token is of another user',
    `Its userId is not the one that was expected. ${DIFFERENCES[difference as string] ?? ''}`.trim(),
    'Log in with exactly the userId for which the token was made.',
  ],
  'kit-missing': [
    'UIKit wants a kit token, and this has no #',
    'The prebuilt UIKit for the web reads data behind a #. Without it the console says “kitToken error”.',
    'Make the kit token from this token: createKitToken(), or generateKitTokenForProduction of UIKit.',
  ],
  'kit-unexpected': [
    'A kit token is for UIKit alone',
    'The SDK of this product takes a token04 without what follows the #.',
    'Pass the part before the #, or use parseKitToken().',
  ],
  'kit-damaged': [
    'The second part of the kit token is damaged',
    'What follows the # is not base64 of the JSON that the prebuilt UIKit reads.',
    'Make it with createKitToken(), and send it unchanged: in a URL, # begins the fragment.',
  ],
  'kit-mismatch': ({ field }) => [
    `The two parts of the kit token differ in ${field}`,
    field === 'roomId'
      ? 'The room after the # is not the one that the privileges in the token name.'
      : `The ${field} after the # is not the one in the token.`,
    'Make both parts for the same app, user and room: createKitToken() takes the token and its data.',
  ],
  expired: ({ secondsAgo }, duration) => [
    'The token has expired',
    `It ended ${duration(secondsAgo)} ago.`,
    'Fetch a new one, and renew in time: onTokenWillExpire, renewToken. If it is new, see the clocks.',
  ],
  'expires-soon': ({ secondsLeft }) => [
    'The token ends too soon for ZIM',
    `${secondsLeft} seconds are left; ZIM wants 30 at login.`,
    'Fetch a new token before you log in.',
  ],
};
