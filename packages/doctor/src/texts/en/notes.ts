import type { TextsOf } from '../texts.ts';
import {
  BARE_SECRET,
  BEFORE_HASH,
  badId,
  MAKE_PAYLOAD,
  NO_ID,
  NONCE,
  nameOf,
  PASS_SECONDS,
  profileNames,
  TAKEN_OFF,
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
  'product-payload': ({ service }) => [
    `${nameOf(service)} takes no payload`,
    `The token has room privileges, which ${nameOf(service)} refuses.`,
    `Make a token with an empty payload for ${nameOf(service)}.`,
  ],
  // The code of zego-zim-web 2.29.0: over 2,073,600 s from now is 6000109.
  'product-lifetime': ({ left }, duration) => [
    'The token ends later than ZIM takes',
    `It is good for ${duration(left)} from now; ZIM takes 24 days at most.`,
    'Make it good for an hour or a day, and renew it.',
  ],
  'user-id-not-set': ({ text }) => [
    'The userId was never set',
    `It is “${text}”: a variable without a value, or an object, as text. All without an ID log in as one user.`,
    NO_ID,
  ],
  'room-id-not-set': ({ text }) => [
    'The room ID was never set',
    `It is “${text}”: a variable without a value, or an object, as text.`,
    NO_ID,
  ],
  // The web SDKs' own checks and ZEGO's documentation (docs/specification.md, 8), for all IDs.
  'user-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} would refuse this userId`,
    badId(length),
    'Use 1 to 32 letters, digits and _, which go everywhere; safeUserId() makes them of any string.',
  ],
  'privileges-beside-payload': ({ keys, isIdentity }) => [
    'Privileges stand beside the payload, where nobody reads them',
    `Ignored: ${keys}.${isIdentity === 'yes' ? ' The payload is empty, so the token is limited to no room.' : ''}`,
    MAKE_PAYLOAD,
  ],
  'stream-list-renamed': ({ key }) => [
    'The list of streams has another name',
    `It is called “${key}” and ignored: any stream may be published. The name is stream_id_list.`,
    MAKE_PAYLOAD,
  ],
  // The error file of zego-express-engine-reactnative 3.22.0 says int64, ZEGO's documentation int32.
  'nonce-large': [
    'The nonce does not fit 32 bits',
    'ZEGO’s texts call it an int32 in one place and an int64 in others.',
    NONCE,
  ],
  'room-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} would refuse this room ID`,
    badId(length),
    'Use 1 to 64 letters, digits, _ and - for the room, in the token and in the client.',
  ],
  'stream-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} would refuse this stream ID`,
    badId(length),
    'Use 1 to 255 letters, digits, _ and - for the stream.',
  ],
  'made-in-the-future': ({ secondsAhead }, duration) => [
    'The token was made in the future',
    `ctime is ${duration(secondsAhead)} ahead: a clock is wrong.`,
    'Set the clocks by NTP.',
  ],
  'times-in-milliseconds': [
    'The times are in milliseconds',
    'So the token practically never ends.',
    'Write seconds: Math.floor(Date.now() / 1000).',
  ],
  'ttl-timestamp': ({ ttl }, duration) => [
    'The duration looks like a timestamp',
    `The token lives for ${duration(ttl)}. Was its end passed as its duration?`,
    PASS_SECONDS,
  ],
  'ttl-milliseconds': ({ ttl, meant }, duration) => [
    'The duration looks like milliseconds',
    `The token lives for ${duration(ttl)}. Was ${duration(meant)} meant?`,
    PASS_SECONDS,
  ],
  'secret-blanks': [
    'The secret that was given has blanks or quotes around it',
    'Without them it fits.',
    BARE_SECRET,
  ],
  // The code of zego-uikit-prebuilt 2.18.4.
  'kit-wrapped-twice': [
    'The kit token was wrapped twice',
    'UIKit reads the first part behind a #, and ignores the rest.',
    'Make the kit token from the token04 alone, once.',
  ],
  quotes: ({ first }) => [
    'There are quotes around the token',
    TAKEN_OFF,
    first === 'b'
      ? 'Pass token.decode(): this is how Python prints bytes.'
      : 'If your app passes them too, take the value out of the JSON, not its text.',
  ],
  bearer: ['There is “Bearer” before the token', TAKEN_OFF, 'Pass the token alone to the SDK.'],
  'text-around': ['The token stands in other text', TAKEN_OFF, 'Pass the token alone to the SDK.'],
  'several-tokens': ({ count }) => [
    'There are several tokens in what was given',
    `This is said of the first of ${count}.`,
    'Look at each: diagnoseAll() does, and so does token04 doctor.',
  ],
  'reading-proved': [
    'The secret proves how the token was made',
    'Read so, it decrypts to the claims of a token04, which is no chance.',
    'Mend what is named above in your generator, or use generateToken04 or an official one.',
  ],
  'kit-token': [
    'This is a kit token',
    'It is a token04 and, after the #, data for the prebuilt UIKit alone.',
    `For every other SDK: ${BEFORE_HASH}`,
  ],
  'in-url': ({ parameter }) => [
    'The token was taken out of a URL',
    `It is the parameter “${parameter}”. URLs end up in logs, and whoever has the token can use it.`,
    'Better send it in a header or a body.',
  ],
  'blanks-around': [
    'There are blanks around the token',
    TAKEN_OFF,
    'If no copy brought them, trim the token where it is read.',
  ],
  'no-secret': [
    'Without the secret only the frame can be read',
    'Who the token is for, and whether it fits the secret, is encrypted.',
    'Give the ServerSecret, on a machine that may know it.',
  ],
  // ZEGO's official generators; that CBC's first block can be changed: docs/security-model.md.
  cbc: [
    'The token is in CBC',
    'So are those of ZEGO’s samples, and it works. Whoever holds it can change its first bytes unseen.',
    'Where your own server decides by tokens, make them with mode: "gcm".',
  ],
};
