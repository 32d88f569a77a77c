// Fields that are missing, of another type or out of their range.
import { withLiteral } from '../../changed-plaintext.mjs';
import { FIELDS, json, seal } from '../../token.mjs';
import { badClaims } from '../../vector.mjs';
import { without } from './without.mjs';

const GCM = { mode: 'gcm' };

/** Every type but the right one; the payload may be null (odd/claims.mjs). */
const values = {
  string: '"x"',
  digits: '"1"',
  'empty-string': '""',
  number: '1',
  fraction: '1.5',
  true: 'true',
  false: 'false',
  null: 'null',
  array: '[1]',
  'empty-array': '[]',
  object: '{"1":1}',
  'empty-object': '{}',
};
const wrongTypes = {
  number: [
    'digits',
    'empty-string',
    'fraction',
    'true',
    'false',
    'null',
    'array',
    'empty-array',
    'object',
    'empty-object',
  ],
  string: [
    'number',
    'fraction',
    'true',
    'false',
    'null',
    'array',
    'empty-array',
    'object',
    'empty-object',
  ],
};

const ranges = [
  ['app_id', 'zero', '0'],
  ['app_id', 'minus-zero', '-0'],
  ['app_id', 'minus-one', '-1'],
  ['app_id', '2-to-32', '4294967296'],
  ['app_id', '2-to-32-and-1', '4294967297'],
  ['app_id', '2-to-64-and-1', '18446744073709551617'],
  ['app_id', 'too-precise', '1.0000001'],
  ['app_id', 'huge', '1e300'],
  ['nonce', '2-to-53', '9007199254740992'],
  ['nonce', 'minus-2-to-53', '-9007199254740992'],
  ['nonce', 'huge', '1e300'],
  ['ctime', '2-to-53', '9007199254740992'],
  ['ctime', 'minus-2-to-53', '-9007199254740992'],
  ['ctime', 'int64', '9223372036854775807'],
  ['ctime', 'seconds-with-milliseconds', '1700000000.123'],
  ['ctime', 'date', '"2023-11-14T22:13:20Z"'],
  ['expire', 'seconds-with-milliseconds', '1700003600.123'],
  ['expire', 'its-own-value-quoted', '"1700003600"'],
  ['expire', 'date', '"2023-11-14T23:13:20Z"'],
];

const fieldId = (field) => field.replace('_', '-');

export const vectors = [
  ...Object.keys(FIELDS)
    .filter((field) => field !== 'payload')
    .flatMap((field) => [
      badClaims(
        `${fieldId(field)}-missing`,
        `${field} is missing.`,
        'missing-field',
        seal(without(field)),
      ),
      badClaims(
        `gcm-${fieldId(field)}-missing`,
        `${field} is missing.`,
        'missing-field',
        seal(without(field), 'gcm'),
        GCM,
      ),
    ]),
  ...Object.entries(FIELDS).flatMap(([field, value]) =>
    wrongTypes[typeof value]
      .filter((type) => field !== 'payload' || type !== 'null')
      .map((type) =>
        badClaims(
          `${fieldId(field)}-${type}`,
          `${field} is ${values[type]}.`,
          'field-type',
          seal(withLiteral(field, values[type])),
        ),
      ),
  ),
  ...ranges.map(([field, fault, literal]) =>
    badClaims(
      `${fieldId(field)}-${fault}`,
      `${field} is ${literal}.`,
      literal.startsWith('"') ? 'field-type' : 'field-range',
      seal(withLiteral(field, literal)),
    ),
  ),
  badClaims(
    'app-id-string-of-letters',
    'app_id is a word.',
    'field-type',
    seal(withLiteral('app_id', '"x"')),
  ),
  badClaims(
    'gcm-app-id-zero',
    'app_id is 0.',
    'field-range',
    seal(withLiteral('app_id', '0'), 'gcm'),
    GCM,
  ),
  badClaims(
    'gcm-app-id-digits',
    'app_id is "1".',
    'field-type',
    seal(withLiteral('app_id', '"1"'), 'gcm'),
    GCM,
  ),
  badClaims(
    'gcm-nonce-2-to-53',
    'nonce is 9007199254740992.',
    'field-range',
    seal(withLiteral('nonce', '9007199254740992'), 'gcm'),
    GCM,
  ),
  badClaims(
    'gcm-user-id-number',
    'user_id is 1.',
    'field-type',
    seal(withLiteral('user_id', '1'), 'gcm'),
    GCM,
  ),
  badClaims(
    'gcm-payload-object',
    'payload is {"1":1}.',
    'field-type',
    seal(withLiteral('payload', '{"1":1}'), 'gcm'),
    GCM,
  ),
  badClaims(
    'payload-room-object',
    'payload is the object of room privileges, not its text.',
    'field-type',
    seal(json({ payload: { room_id: 'r1', privilege: { 1: 1, 2: 0 }, stream_id_list: null } })),
  ),
  badClaims(
    'all-null',
    'Every field is null.',
    'field-type',
    seal(JSON.stringify(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, null])))),
  ),
  badClaims(
    'all-strings',
    'Every field is a string.',
    'field-type',
    seal(
      JSON.stringify(
        Object.fromEntries(Object.entries(FIELDS).map(([name, value]) => [name, String(value)])),
      ),
    ),
  ),
];
