import type { TextsOf } from '../texts.ts';
import {
  BARE_SECRET,
  BEFORE_HASH,
  MAKE_KIT,
  MAKE_PAYLOAD,
  NONCE,
  neverSet,
  PASS_SECONDS,
  refusedId,
  TAKE_FIELD,
  TOKEN_ALONE,
  WRITE_SECONDS,
} from './words.ts';

export const notes: TextsOf<
  | 'product-payload'
  | 'product-lifetime'
  | 'user-id-not-set'
  | 'room-id-not-set'
  | 'user-id-profile'
  | 'room-id-profile'
  | 'stream-id-profile'
  | 'privileges-beside-payload'
  | 'stream-list-renamed'
  | 'nonce-large'
  | 'made-in-the-future'
  | 'times-in-milliseconds'
  | 'ttl-timestamp'
  | 'ttl-milliseconds'
  | 'secret-blanks'
  | 'kit-wrapped-twice'
  | 'quotes'
  | 'bearer'
  | 'text-around'
  | 'several-tokens'
  | 'reading-proved'
  | 'kit-token'
  | 'in-url'
  | 'blanks-around'
  | 'no-secret'
  | 'cbc'
> = {
  // ZEGO's documentation of ZIM and of Mini Game: the payload is empty.
  'product-payload': [
    'ZIM and Mini Game take no payload',
    '',
    'Make a token with an empty payload.',
  ],
  // The code of zego-zim-web 2.29.0: over 2,073,600 s from now is 6000109.
  'product-lifetime': ({ left }, duration) => [
    'The token ends later than ZIM takes',
    `It is good for ${duration(left)}; ZIM takes 24 days at most.`,
    PASS_SECONDS,
  ],
  'user-id-not-set': neverSet('userId'),
  'room-id-not-set': neverSet('room ID'),
  // The web SDKs' own checks and ZEGO's documentation (docs/specification.md, 8), for all IDs.
  'user-id-profile': refusedId(
    'userId',
    'Use 1 to 32 letters, digits and _, as safeUserId() makes them.',
  ),
  'privileges-beside-payload': ({ keys }) => [
    'Privileges stand beside the payload',
    `Ignored: ${keys}.`,
    MAKE_PAYLOAD,
  ],
  'stream-list-renamed': ({ key }) => [
    `The list of streams is called “${key}”, not stream_id_list`,
    'So it is ignored, and any stream may be published.',
    MAKE_PAYLOAD,
  ],
  // The error file of zego-express-engine-reactnative 3.22.0 says int64, ZEGO's documentation int32.
  'nonce-large': ['The nonce does not fit 32 bits', '', NONCE],
  'room-id-profile': refusedId('room ID', 'Use 1 to 64 letters, digits, _ and -.'),
  'stream-id-profile': refusedId('stream ID', 'Use 1 to 255 letters, digits, _ and -.'),
  'made-in-the-future': ({ secondsAhead }, duration) => [
    'The token was made in the future',
    `ctime is ${duration(secondsAhead)} ahead.`,
    'Set the clocks by NTP.',
  ],
  'times-in-milliseconds': ['The times are in milliseconds', '', WRITE_SECONDS],
  'ttl-timestamp': ({ ttl }, duration) => [
    'The duration looks like a timestamp',
    `It is good for ${duration(ttl)}.`,
    PASS_SECONDS,
  ],
  'ttl-milliseconds': ({ ttl }, duration) => [
    'The duration looks like milliseconds',
    `It is good for ${duration(ttl)}.`,
    PASS_SECONDS,
  ],
  'secret-blanks': ['The secret fits without the blanks or quotes around it', '', BARE_SECRET],
  // The code of zego-uikit-prebuilt 2.18.4.
  'kit-wrapped-twice': ['The kit token was wrapped twice', '', MAKE_KIT],
  quotes: ({ first }) => [
    'There are quotes around the token',
    '',
    first === 'b' ? 'Call decode() on the bytes: Python prints them so.' : TAKE_FIELD,
  ],
  bearer: ['There is “Bearer” before the token', '', TOKEN_ALONE],
  'text-around': ['The token stands in other text', '', TOKEN_ALONE],
  'several-tokens': ({ count }) => [
    'There are several tokens in what was given',
    `This is the first of ${count}.`,
    'diagnoseAll() and token04 doctor look at each.',
  ],
  'reading-proved': ['The secret proves how the token was made', '', 'Mend what is named above.'],
  'kit-token': ['This is a kit token', '', BEFORE_HASH],
  'in-url': ({ parameter }) => [
    'The token was taken out of a URL',
    `It is the parameter “${parameter}”. URLs end up in logs.`,
    'Send it in a header or a body.',
  ],
  'blanks-around': ['There are blanks around the token', '', 'Trim the token where it is read.'],
  'no-secret': [
    'Without the secret only the frame can be read',
    '',
    'Give the ServerSecret, on a machine that may know it.',
  ],
  // ZEGO's official generators; that CBC's first block can be changed: docs/security-model.md.
  cbc: [
    'The token is in CBC',
    'That works, but whoever has it can change its first bytes unseen.',
    'Where your own server decides by tokens, make them with mode: "gcm".',
  ],
};
