import type { TextsOf } from '../texts.ts';
import {
  BREAKS,
  differenceIn,
  MAKE_PAYLOAD,
  mendDifference,
  nameOfEncoding,
  PRIVILEGES,
  python,
} from './words.ts';

export const room: TextsOf<
  | 'payload-object-as-text'
  | 'payload-double-encoded'
  | 'payload-python'
  | 'payload-not-json'
  | 'payload-not-object'
  | 'room-id-missing'
  | 'privilege-missing'
  | 'privilege-unknown-key'
  | 'privilege-bit-missing'
  | 'privilege-bit-invalid'
  | 'stream-list-invalid'
  | 'room-mismatch'
  | 'login-denied'
  | 'publish-denied'
  | 'stream-not-listed'
> = {
  // What a payload has to be: ZEGO's documentation of privilege tokens (docs/specification.md, 5), for all here.
  'payload-object-as-text': [
    'The payload is “[object Object]”',
    'An object was joined to a string, and its content was lost.',
    MAKE_PAYLOAD,
  ],
  'payload-double-encoded': [
    'The payload was turned into JSON twice',
    'It is a JSON string that holds the JSON of the privileges.',
    MAKE_PAYLOAD,
  ],
  'payload-python': ({ position }) => [
    'The payload is not JSON but what a program prints',
    python(position),
    'Use json.dumps(payload), not str(payload).',
  ],
  // The error file of zego-express-engine-reactnative 3.22.0: 1002075 for a payload that is no JSON.
  'payload-not-json': ({ position, kind, encoding }) => [
    'The payload is not JSON',
    `ZEGO refuses what it cannot read. ${encoding ? `It is JSON in ${nameOfEncoding(encoding)}` : `It breaks at character ${position}: ${BREAKS[String(kind)] ?? BREAKS['other']}`}.`,
    encoding
      ? 'Pass the JSON itself to the generator, not encoded.'
      : `${MAKE_PAYLOAD} Without privileges it is the empty string.`,
  ],
  'payload-not-object': ({ got }) => [
    'The payload is not a JSON object',
    `It is JSON, but of the type ${got}.`,
    MAKE_PAYLOAD,
  ],
  'room-id-missing': ({ key }) => [
    'The payload names no room',
    `${key ? `It has “${key}” in its place. ` : ''}room_id has to be a string that is not empty.`,
    MAKE_PAYLOAD,
  ],
  'privilege-missing': ({ key }) => [
    'The payload has no privileges',
    `${key ? `It has “${key}” in its place. ` : ''}privilege has to be an object. ${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-unknown-key': ({ keys, meant }) => [
    'A privilege has an unknown name',
    `Ignored: ${keys}. ${meant ? `Was ${meant} meant? ` : ''}${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-bit-missing': ({ bit }) => [
    `Privilege "${bit}" is missing`,
    `That counts as 0, which does not allow to ${bit === '1' ? 'log in' : 'publish'}.`,
    `Write both. ${PRIVILEGES}`,
  ],
  'privilege-bit-invalid': ({ bit, got }) => [
    `Privilege "${bit}" is neither 0 nor 1`,
    `It is ${typeof got === 'number' ? got : `of the type ${got}`}, which allows nothing.`,
    `Write the number 1 to allow. ${PRIVILEGES}`,
  ],
  'stream-list-invalid': ({ got }) => [
    'The list of streams is not a list of strings',
    `stream_id_list is of the type ${got}, or not all in it are strings, so that publishing is denied.`,
    'Write an array of strings, or null for any stream.',
  ],
  'room-mismatch': ({ difference }) => [
    'The token is for another room',
    `Its room is not the expected one. ${differenceIn(difference)}`.trim(),
    mendDifference(difference, 'Make the token for exactly the room that the client enters.'),
  ],
  'login-denied': [
    'The token does not allow to log in to the room',
    'Privilege "1" is 0.',
    'Set privilege "1" to 1.',
  ],
  'publish-denied': [
    'The token does not allow to publish',
    'Privilege "2" is 0.',
    'Set privilege "2" to 1, also in the token of a renewal.',
  ],
  'stream-not-listed': [
    'The stream is not in the token’s list',
    'stream_id_list names the streams that may be published, to the letter and the case.',
    'Add the stream to the list, or write null for any.',
  ],
};
