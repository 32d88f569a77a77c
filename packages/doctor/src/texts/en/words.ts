import type { Difference } from '../../claims/difference.ts';
import { PROFILE_NAMES } from '../../products.ts';
import type { Text, TextOf, Value } from '../texts.ts';

export const KEY_IS_TEXT =
  'Use the 32 characters of the ServerSecret, in UTF-8, as the key (AES-256).';
export const COPY_SECRET = 'Copy all 32 characters of the ServerSecret from the console.';
export const BARE_SECRET = 'Remove them where your server reads it, such as in .env.';
export const SEND_UNCHANGED =
  'Send the token unchanged: in JSON, or through encodeURIComponent in a URL.';
export const SEE_ENDPOINT = 'Wait for your token endpoint, and see what it answers.';
export const SEE_PASSED = 'See what the client really passes.';
export const MEND_CALL = 'Mend what it says, and pass no error on.';
export const AS_RETURNED = 'Pass the token as the generator returns it.';
export const TOKEN_ALONE = 'Pass the token alone to the SDK.';
export const BEFORE_HASH = 'Pass the part before the # to all SDKs but UIKit.';
export const TAKE_FIELD = 'Parse the JSON, and take the field.';
export const MAKE_TOKEN = 'Make a token04 with generateToken04 or an official generator.';
export const MAKE_KIT =
  'Make the kit token of a token04, with createKitToken(). In a URL, encode the #.';
export const MAKE_JSON = 'Use JSON.stringify(), json.dumps() or json_encode().';
export const MAKE_PAYLOAD = 'Make the payload with roomPayload(), or JSON.stringify() once.';
export const DUMPS = 'Use json.dumps(), not str().';
export const FIELDS = 'Write exactly app_id, user_id, nonce, ctime, expire and payload.';
export const NONCE = 'Write a signed 32-bit integer.';
export const PASS_SECONDS = 'Pass the seconds from now, such as 3600 for an hour.';
export const WRITE_SECONDS = 'Write whole seconds: divide by 1000.';
export const PRIVILEGES = '"1" is login, "2" is publishing; each is the number 0 or 1.';
export const FRAME =
  'Write, big-endian, expire (int64), length (uint16) and IV, length (uint16) and ciphertext; in GCM, the byte 1.';
export const EXPIRE =
  'Write expire as a big-endian int64, in seconds: writeBigInt64BE, pack("J"), ">q", putLong.';
export const LENGTHS =
  'Write both lengths as big-endian uint16: writeUInt16BE, pack("n"), ">H", putShort.';
export const APPEND_TAG = 'Append the tag of 16 bytes to the ciphertext, within its length.';
export const MODE_BYTE = 'Append the byte 1 for GCM, and none for CBC.';

type Words = readonly [words: string, nextStep?: string];

const SEE_ARGUMENTS = 'See what your server passes to the generator, and in which order.';
const NOT_ENCODED = 'Encode the ID neither for the generator nor for the SDK.';

/** In what two IDs differ, and what to do about it where it is not to use the other one. */
const DIFFERENCES: { readonly [difference in Difference]: Words } = {
  case: ['Only the case differs.'],
  blanks: ['Only the blanks around it differ.'],
  unicode: [
    'Only the form of Unicode differs.',
    'Call normalize() for the ID on the server and in the client.',
  ],
  percent: ['Only one of the two is percent-encoded.', NOT_ENCODED],
  html: ['Only one of the two has HTML entities.', NOT_ENCODED],
  number: [
    'As numbers they are the same: one was rounded, or lost its zeros.',
    'Keep the ID a string everywhere, also in JSON.',
  ],
  swapped: ['It is what you expect in another place.', SEE_ARGUMENTS],
  'not-set': ['It is a variable without a value, or an object, as text.', SEE_ARGUMENTS],
  other: [''],
};

/** Of an ID that is not the expected one; where it was not meant at all, the usual step is no help. */
export function anotherId(title: string, usual: string): TextOf {
  return ({ difference }) => {
    const known = DIFFERENCES[difference as Difference] ?? DIFFERENCES.other;
    const [words, nextStep = usual] = known;
    return [title, words, nextStep];
  };
}

export function encodedIn(encoding: Value): string {
  return `It is in ${encoding}.`;
}

export function breaksAt(position: Value, kind: Value): string {
  return `It breaks at character ${position}: ${String(kind).replaceAll('-', ' ')}.`;
}

/** As Python's str() writes it. */
export function python(position: Value): string {
  return `At character ${position} is a single quote, True, False or None.`;
}

export function wrongCipher(cipher: string): Text {
  return [
    `AES was used in ${cipher} mode`,
    '',
    'Use AES-256-CBC, or AES-256-GCM with the mode byte 1.',
  ];
}

/** Of a secret that was decoded; neither mistake leaves enough bytes for AES-256. */
export function decodedFrom(encoding: string): TextOf {
  return ({ keyBits, twice }) => [
    `The secret was decoded from ${encoding}`,
    `Its bytes${twice ? ', twice,' : zeros(keyBits)} were the key (AES-${keyBits}).`,
    KEY_IS_TEXT,
  ];
}

export function zeros(keyBits: Value): string {
  return keyBits === 256 ? ', padded by zeros,' : '';
}

export function neverSet(id: string): TextOf {
  return ({ text }) => [
    `The ${id} was never set`,
    `It is “${text}”: a variable without a value, or an object, as text.`,
    'Answer an error, not a token, where there is no ID.',
  ];
}

/** The ID is not shown, as it may be somebody's name. */
export function refusedId(id: string, nextStep: string): TextOf {
  return ({ profiles, length }) => [
    `This ${id} would be refused by: ${namesOf(profiles)}`,
    `It has ${length} characters: too many, or some not taken there.`,
    nextStep,
  ];
}

function namesOf(profiles: Value): string {
  const names = String(profiles).split(', ') as (keyof typeof PROFILE_NAMES)[];
  return names.map((profile) => PROFILE_NAMES[profile]).join(', ');
}
