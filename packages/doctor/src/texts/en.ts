import { PRODUCTS, type Texts } from './texts.ts';

const KEY_IS_TEXT =
  'Use the ServerSecret of the console as it stands: its 32 characters, as text, are the key (AES-256).';
const SEND_UNCHANGED =
  'Make the token arrive unchanged: send it in a JSON body, or through encodeURIComponent in a URL.';
const MAKE_PAYLOAD = 'Make the payload with roomPayload(), or with JSON.stringify() once.';
const PRIVILEGES = '"1" is to log in, "2" is to publish; each is the number 0 or 1.';

const DIFFERENCES: { readonly [difference: string]: string } = {
  case: 'They differ in upper and lower case only.',
  blanks: 'They differ in blanks around them only.',
  other: 'They are different.',
};

/** Neither mistake leaves enough bytes for AES-256. */
function padded(keyBits: string | number | undefined): string {
  return keyBits === 256 ? ', padded by zeros,' : '';
}

export const en: Texts = {
  empty: [
    'There is no token',
    'What was given is empty.',
    'See whether the call to your token endpoint failed, and the client went on without its answer.',
  ],
  'too-long': ({ length }) => [
    'It is too long for a token',
    `It has ${length} characters; the longest token has 87,422.`,
    'See what the client really passes on: an answer as a whole, or a file?',
  ],
  token03: [
    'This is a token of version 03',
    'It starts with 03. Version 03 is made in another way, and the SDKs of today do not take it.',
    'Make a token04, with generateToken04 or an issuer.',
  ],
  jwt: [
    'This is a JWT',
    'It has the three parts of a JSON Web Token, such as the one of your own login.',
    'Pass the token04 that your token endpoint answers, not the token of your session.',
  ],
  whip: [
    'These are the parameters of a WHIP or RTMP address',
    'zgToken, zgExpired and zgNonce sign an address for a streaming tool. That is not a token04.',
    'For an SDK make a token04. For OBS and the like keep this, by the rules of ZEGO’s WHIP page.',
  ],
  'credential-as-token': ({ digits }) =>
    digits === 64
      ? [
          'This looks like an AppSign, not a token',
          'It has 64 hex digits, as an AppSign has, and the token of a WHIP address. A token04 starts with 04.',
          'Make a token with the ServerSecret, on your server.',
        ]
      : [
          'This looks like a secret, not a token',
          'It has 32 hex digits, as a ServerSecret has. A token04 starts with 04.',
          'Make a token with it, on your server. If it went to clients, have it replaced.',
        ],
  'not-a-token': [
    'This is not a token04',
    'A token04 starts with 04, followed by base64. Nothing like that is in what was given.',
    'See what the client really passes: a message of an error, a whole answer, an object?',
  ],

  truncated: ({ missing }) => [
    'The token is cut short',
    `By the lengths in it, at least ${missing} bytes are missing at its end.`,
    'Look for a database column that is too short, a log line that cuts, or half a copy.',
  ],
  'version-missing': [
    'The 04 in front is missing',
    'The rest is the body of a token04.',
    'Put the characters 04 before the base64.',
  ],
  'plus-as-blank': [
    'Each + became a blank',
    'That happens to a token that stands in a URL or a form without being encoded.',
    SEND_UNCHANGED,
  ],
  'percent-encoded': [
    'The token is still percent-encoded',
    'It has %2B, %2F or %3D in place of +, / and =.',
    'Decode the parameter once, with decodeURIComponent or your framework, and encode it only once.',
  ],
  'url-alphabet': [
    'The token is in the base64 of URLs',
    'It has - and _ in place of + and /. A token04 is in the standard alphabet.',
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
  'padding-missing': [
    'The padding at the end is wrong',
    'The = at the end are missing, or there are too many. A token04 is padded base64.',
    'Use the padded base64 of your language, and do not trim = anywhere.',
  ],
  'foreign-characters': ({ count }) => [
    'There are characters in the token that base64 has not',
    `${count} of its characters are none of A–Z, a–z, 0–9, + and /.`,
    SEND_UNCHANGED,
  ],
  'base64-not-canonical': [
    'The end of the base64 was altered',
    'Its last character holds bits that no byte has, so it is not what an encoder writes.',
    'See whether the last character was cut or changed.',
  ],
  'trailing-data': ({ bytes }) => [
    'Something follows the end of the token',
    `After its last field there are ${bytes} bytes too many.`,
    'See whether two tokens were joined, or whether your generator writes more than one mode byte.',
  ],

  'gcm-mode-byte-missing': [
    'The mode byte of GCM is missing',
    'The token is in AES-GCM, but without the last byte, 1, it is read as CBC.',
    'Append one byte of value 1 after the ciphertext, before base64.',
  ],
  'mode-byte-wrong': ({ byte, mode }) => [
    'The mode byte is wrong',
    `The last byte is ${byte}, and the token is in ${String(mode).toUpperCase()}.`,
    'GCM needs the byte 1 at the end; CBC needs none.',
  ],
  'iv-length': ({ bytes, expected, mode }) => [
    'The IV has the wrong length',
    `It has ${bytes} bytes; ${String(mode).toUpperCase()} takes ${expected}.`,
    'Draw 12 random bytes for GCM, 16 for CBC.',
  ],
  'ciphertext-length': ({ bytes, mode }) => [
    'The ciphertext has an impossible length',
    `It has ${bytes} bytes, which ${mode === 'gcm' ? 'is less than the tag of GCM' : 'is not a multiple of 16, as CBC makes it'}.`,
    'In CBC pad by PKCS#7; in GCM append the tag of 16 bytes to the ciphertext.',
  ],
  'outer-expire-range': [
    'The expire outside is out of range',
    'The first eight bytes are no date. Perhaps they were written in the wrong byte order.',
    'Write expire as a big-endian int64, in seconds.',
  ],

  'key-app-sign': ({ how }) => [
    'The token was made with the AppSign',
    how === 'hex'
      ? 'The AppSign (64 hex digits), decoded from hex, was the key.'
      : 'The beginning of the AppSign (64 hex digits) was the key.',
    'Use the ServerSecret (32 characters) of the console. The AppSign is for clients without tokens.',
  ],
  'key-hex-decoded': ({ keyBits }) => [
    'The secret was decoded from hex',
    `The key was the bytes that its hex digits stand for${padded(keyBits)} (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-cut': ({ bytes, keyBits }) => [
    'The key was cut',
    `The first ${bytes} bytes of the secret${padded(keyBits)} were the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-base64-decoded': ({ keyBits }) => [
    'The secret was decoded from base64',
    `The key was the bytes that it stands for as base64 (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ],
  'key-hashed': ['The secret was hashed', 'The key was the SHA-256 of the secret.', KEY_IS_TEXT],
  'secret-case': ({ case: to }) => [
    `The token was made with the secret in ${to} case`,
    'The secret that was given differs from it in upper and lower case, which are different keys.',
    'Compare both with the console, and use exactly what it shows.',
  ],
  'secret-is-app-sign': [
    'The secret that was given is an AppSign',
    'It has 64 hex digits. The token was not made with it, in any of the usual ways.',
    'Give the ServerSecret (32 characters) of the console.',
  ],
  'secret-length': ({ bytes }) => [
    'The secret that was given has the wrong length',
    `It has ${bytes} bytes; a ServerSecret has 32. The token does not fit it.`,
    'Copy the ServerSecret from the console once more, as a whole.',
  ],
  'wrong-secret': [
    'Another secret made the token, or it was altered',
    'It does not fit the secret that was given, nor a key that the usual mistakes make of it.',
    'Compare app and secret with the console: the same project, not reset since? Also try the AppSign here.',
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
  'app-id-not-a-number': ({ got }) => [
    'The appId in the token is not a number',
    `app_id is of the type ${got}. Environment variables are strings.`,
    'Convert it before the token is made: Number(process.env.ZEGO_APP_ID).',
  ],
  'nonce-not-int32': ({ got }) => [
    'The nonce is not an integer that can be read',
    got === 'number' ? 'It is a fraction or out of range.' : `It is of the type ${got}.`,
    'Draw an integer from −2147483648 to 2147483647.',
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
  'kit-damaged': [
    'The second part of the kit token is damaged',
    'What follows the # is not base64 of the JSON that the prebuilt UIKit reads.',
    'Make it with createKitToken(), and send it unchanged: in a URL, # begins the fragment.',
  ],
  'kit-mismatch': ({ field }) => [
    `The two parts of the kit token differ in ${field}`,
    `The ${field} after the # is not the one in the token.`,
    'Make both parts for the same app and user: createKitToken() takes the token and its data.',
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

  'payload-object-as-text': [
    'The payload is “[object Object]”',
    'An object was joined to a string in JavaScript, and its content was lost.',
    MAKE_PAYLOAD,
  ],
  'payload-double-encoded': [
    'The payload was turned into JSON twice',
    'It is a JSON string that holds the JSON of the privileges.',
    MAKE_PAYLOAD,
  ],
  'payload-not-json': [
    'The payload is not JSON',
    'ZEGO reads privileges from it, and refuses what it cannot read.',
    `${MAKE_PAYLOAD} Without privileges it is the empty string.`,
  ],
  'payload-not-object': ({ got }) => [
    'The payload is not a JSON object',
    `It is JSON, but of the type ${got}.`,
    MAKE_PAYLOAD,
  ],
  'room-id-missing': ({ key }) => [
    'The payload names no room',
    key
      ? `It has “${key}”; the name is room_id, and its value is a string that is not empty.`
      : 'room_id has to be a string that is not empty.',
    MAKE_PAYLOAD,
  ],
  'privilege-missing': [
    'The payload has no privileges',
    `privilege has to be an object. ${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-unknown-key': ({ keys }) => [
    'A privilege has an unknown name',
    `Unknown, and ignored: ${keys}. ${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-bit-missing': ({ bit }) => [
    `Privilege "${bit}" is missing`,
    `What is missing counts as 0: the token does not allow to ${bit === '1' ? 'log in' : 'publish'}.`,
    `Write both. ${PRIVILEGES}`,
  ],
  'privilege-bit-invalid': ({ bit, got }) => [
    `Privilege "${bit}" is neither 0 nor 1`,
    `It is ${typeof got === 'number' ? got : `of the type ${got}`}. ZEGO’s own .NET demo writes 2, which allows nothing.`,
    `Write the number 1 to allow. ${PRIVILEGES}`,
  ],
  'stream-list-invalid': ({ got }) => [
    'The list of streams is not a list of strings',
    `stream_id_list is of the type ${got}, or not all in it are strings, so that publishing is denied.`,
    'Write an array of strings, or null for any stream.',
  ],
  'room-mismatch': ({ difference }) => [
    'The token is for another room',
    `Its room is not the one that was asked for. ${DIFFERENCES[difference as string] ?? ''}`.trim(),
    'Make the token for exactly the room that the client enters.',
  ],
  'login-denied': [
    'The token does not allow to log in to the room',
    'Privilege "1" is 0. Where the room checks the login, it is refused.',
    'Set privilege "1" to 1.',
  ],
  'publish-denied': [
    'The token does not allow to publish',
    'Privilege "2" is 0. Where the room checks publishing, it is refused.',
    'Set privilege "2" to 1, also in the token of a renewal.',
  ],
  'stream-not-listed': [
    'The stream is not in the token’s list',
    'stream_id_list names the streams that may be published, to the letter and the case.',
    'Add the stream to the list, or write null for any.',
  ],

  'zim-payload': [
    'ZIM takes no payload',
    'The token has privileges for a room. Express reads them; ZIM refuses the token.',
    'For ZIM make a token with an empty payload.',
  ],
  'zim-lifetime': ({ ttl }, duration) => [
    'The token lives longer than ZIM takes',
    `It lives for ${duration(ttl)}; ZIM takes 24 days at most.`,
    'Make it for an hour or a day, and renew it.',
  ],
  'user-id-profile': ({ profile, length }) => {
    const product = PRODUCTS[profile as keyof typeof PRODUCTS];
    return [
      `${product} would refuse this userId`,
      `It has ${length} characters: either these are too many, or ${product} does not take one of them. 1 to 32 letters, digits and underscores are good everywhere.`,
      'Use such an ID; safeUserId() makes one of any string.',
    ];
  },

  'made-in-the-future': ({ secondsAhead }, duration) => [
    'The token was made in the future',
    `ctime is ${duration(secondsAhead)} ahead: the clock of the server that made it, or of this machine, is wrong.`,
    'Set the clocks by NTP.',
  ],
  'times-in-milliseconds': [
    'The times are in milliseconds',
    'ctime is a thousand times as large as it should be, so the token practically never ends.',
    'Divide Date.now() by 1000 and round down.',
  ],
  'ttl-timestamp': ({ ttl }, duration) => [
    'The duration looks like a timestamp',
    `The token lives for ${duration(ttl)}. Probably the time of its end was passed as its duration.`,
    'Pass the number of seconds from now, such as 3600.',
  ],
  'ttl-milliseconds': ({ ttl, meant }, duration) => [
    'The duration looks like milliseconds',
    `The token lives for ${duration(ttl)}. Was ${duration(meant)} meant?`,
    'Pass seconds: 3600 is an hour.',
  ],
  'secret-blanks': [
    'The secret that was given has blanks or quotes around it',
    'Without them it fits. The end of a line is easily read along with a file, as are quotes.',
    'Take them off where the secret is read, or your server may fail with it.',
  ],
  quotes: [
    'There are quotes around the token',
    'They were taken off to read it.',
    'If your app passes them too, take the value out of the JSON instead of its text.',
  ],
  bearer: [
    'There is “Bearer” before the token',
    'It was taken off to read it.',
    'Pass the token alone to the SDK.',
  ],
  'text-around': [
    'The token stands in other text',
    'It was picked out of it to read it.',
    'If your app passes the whole, pass the token alone.',
  ],
  'kit-token': [
    'This is a kit token',
    'It is a token04 and, after the #, data for the prebuilt UIKit. Only that reads it.',
    'For every other SDK pass the part before the #, or use parseKitToken().',
  ],
  'in-url': ({ parameter }) => [
    'The token was taken out of a URL',
    `It is the parameter “${parameter}”. URLs end up in logs, and whoever has the token can use it.`,
    'Better send it in a header or a body.',
  ],
  'blanks-around': [
    'There are blanks around the token',
    'They were taken off to read it.',
    'If they did not come from copying, trim the token where it is read.',
  ],
  'no-secret': [
    'Without the secret only the frame can be read',
    'Who the token is for, and whether it fits the secret, is encrypted.',
    'Give the ServerSecret, on a machine that may know it, to see the rest.',
  ],
  cbc: [
    'The token is in CBC',
    'That is what ZEGO’s samples make, and it works. Whoever holds it can change its first bytes unseen.',
    'Where your own server decides by tokens, make them with mode: "gcm".',
  ],
};
