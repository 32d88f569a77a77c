import type { TextsOf } from '../texts.ts';
import {
  anotherId,
  breaksAt,
  DUMPS,
  encodedIn,
  MAKE_PAYLOAD,
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
  'payload-object-as-text': ['The payload is “[object Object]”', '', MAKE_PAYLOAD],
  'payload-double-encoded': ['The payload was encoded twice', '', MAKE_PAYLOAD],
  'payload-python': ({ position }) => [
    'The payload is not JSON but what Python prints',
    python(position),
    DUMPS,
  ],
  // The error file of zego-express-engine-reactnative 3.22.0: 1002075 for a payload that is no JSON.
  'payload-not-json': ({ position, kind, encoding }) => [
    'The payload is not JSON',
    encoding ? encodedIn(encoding) : breaksAt(position, kind),
    `${MAKE_PAYLOAD} Without privileges, leave it empty.`,
  ],
  'payload-not-object': ({ got }) => [
    'The payload is not a JSON object',
    `It is of the type ${got}.`,
    MAKE_PAYLOAD,
  ],
  'room-id-missing': ({ key }) => [
    'The payload names no room',
    key ? `“${key}” has to be called room_id.` : 'room_id has to be a string.',
    MAKE_PAYLOAD,
  ],
  'privilege-missing': ({ key }) => [
    'The payload has no privileges',
    `${key ? `“${key}” has to be called privilege.` : 'privilege has to be an object.'} ${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-unknown-key': ({ keys }) => [
    'A privilege has an unknown name',
    `Ignored: ${keys}.`,
    PRIVILEGES,
  ],
  'privilege-bit-missing': ({ bit }) => [`Privilege "${bit}" is missing`, '', PRIVILEGES],
  'privilege-bit-invalid': ({ bit, got }) => [
    `Privilege "${bit}" is neither 0 nor 1`,
    `It is of the type ${got}.`,
    PRIVILEGES,
  ],
  'stream-list-invalid': [
    'The list of streams is not a list of strings',
    '',
    'Write an array of strings, or null for any stream.',
  ],
  'room-mismatch': anotherId(
    'The token is of another room',
    'Make the token for exactly the room that the client enters.',
  ),
  'login-denied': ['The token does not allow to log in to the room', '', 'Set privilege "1" to 1.'],
  'publish-denied': [
    'The token does not allow to publish',
    '',
    'Set privilege "2" to 1, also in the token of a renewal.',
  ],
  'stream-not-listed': [
    'The stream is not in the token’s list',
    '',
    'Add it to stream_id_list, to the letter, or write null for any stream.',
  ],
};
