import type { TextsOf } from '../texts.ts';
import { MAKE_PAYLOAD, nameOf, profileNames } from './words.ts';

export const notes: TextsOf<
  | 'product-payload'
  | 'product-lifetime'
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
  'product-payload': ({ service }) => [
    `${nameOf(service)} takes no payload`,
    `The token has room privileges. Express reads them; ${nameOf(service)} refuses such a token.`,
    `Make a token with an empty payload for ${nameOf(service)}.`,
  ],
  'product-lifetime': ({ left }, duration) => [
    'The token ends later than ZIM takes',
    `It is good for ${duration(left)} from now; ZIM takes 24 days at most.`,
    'Make it good for an hour or a day, and renew it.',
  ],
  'user-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} would refuse this userId`,
    `It has ${length} characters: too many, or some that are not taken there. 1 to 32 letters, digits and _ go everywhere.`,
    'Use such an ID; safeUserId() makes one of any string.',
  ],
  'privileges-beside-payload': ({ keys, isIdentity }) => [
    'Privileges stand beside the payload, where nobody reads them',
    `Ignored: ${keys}.${isIdentity === 'yes' ? ' The payload is empty, so this is an identity token, limited to no room.' : ''}`,
    'Put them into the payload, as a JSON string: roomPayload() makes it.',
  ],
  'stream-list-renamed': ({ key }) => [
    'The list of streams has another name',
    `It is called “${key}”, and so is ignored: any stream may be published. The name is stream_id_list.`,
    MAKE_PAYLOAD,
  ],
  'nonce-large': [
    'The nonce does not fit 32 bits',
    'ZEGO’s texts call it an int32 in one place and an int64 in others. A time in milliseconds is too large.',
    'Draw an integer from −2147483648 to 2147483647, to be on the safe side.',
  ],
  'room-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} would refuse this room ID`,
    `It has ${length} characters: too many, or some that are not taken there. 1 to 64 letters, digits, _ and - go everywhere.`,
    'Use such an ID for the room, in the token and in the client.',
  ],
  'stream-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} would refuse this stream ID`,
    `It has ${length} characters: too many, or others than letters, digits, _ and -.`,
    'Use 1 to 255 letters, digits, _ and - for the stream.',
  ],

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
  'kit-wrapped-twice': [
    'The kit token was wrapped twice',
    'A kit token was made of a kit token. UIKit reads the first part behind a #, and ignores the rest.',
    'Make the kit token from the token04 alone, once.',
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
  'several-tokens': ({ count }) => [
    'There are several tokens in what was given',
    `There are ${count}; this is said of the first alone.`,
    'Look at each: diagnoseAll() does, and so does token04 doctor.',
  ],
  'reading-proved': [
    'The secret proves how the token was made',
    'Read in that way it decrypts to the claims of a token04, which is no chance.',
    'Mend what is named above in your generator, or replace it by generateToken04 or an official one.',
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
