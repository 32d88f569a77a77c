import { odd } from '../odd-vector.mjs';
import { FIELDS, json } from '../token.mjs';

export const area = 'claims';
export const description = 'Values and fields that look wrong, and are what the token says.';

// Of CBC, as most vectors here are.
const ALL = 'go python node java cpp objc dotnet php';
const KEEP_NUL = 'go python node java dotnet php';
const BY_NULL = 'They write null where the caller passes no payload.';
const NO_USER_LIMIT = 'go python node cpp objc dotnet php';

const { payload: _, ...withoutPayload } = FIELDS;
const extended = (text) => json().replace('}', `,${text}}`);
const NEWER = 'A newer generator may add fields; who does not know them passes over them.';
const WIDE =
  'Ports write milliseconds, and texts of ZEGO call it int64: readers take every safe integer.';
const NONCE = 'Half of the nonces of official Java and of Node.js in GCM are negative.';

export const vectors = [
  odd('empty-user-id', 'The userId is empty.', 'dotnet', 'Official .NET does not check it.', {
    fields: { user_id: '' },
  }),
  odd(
    'gcm-empty-user-id',
    'The userId is empty, in GCM.',
    '',
    'What holds for CBC holds for GCM.',
    { fields: { user_id: '' }, mode: 'gcm' },
  ),
  odd(
    'user-id-of-65',
    'A userId of 65 characters, one more than the client takes.',
    NO_USER_LIMIT,
    'Most official generators set no limit.',
    { fields: { user_id: 'u'.repeat(65) } },
  ),
  odd(
    'user-id-of-256',
    'A userId of 256 characters.',
    NO_USER_LIMIT,
    'Most official generators set no limit.',
    { fields: { user_id: 'u'.repeat(256) } },
  ),
  odd(
    'user-id-of-4000',
    'A userId of 4,000 characters of three bytes each.',
    NO_USER_LIMIT,
    'Most official generators set no limit.',
    { fields: { user_id: '\u4e2d'.repeat(4000) } },
  ),
  odd('user-id-blanks', 'The userId is a blank and a tab.', ALL, 'Nobody trims it.', {
    fields: { user_id: ' \t' },
  }),
  odd(
    'user-id-with-nul',
    'A NUL within the userId.',
    KEEP_NUL,
    'All but C++ and Objective-C keep it.',
    { fields: { user_id: 'de\0mo' } },
  ),
  odd('user-id-emoji', 'An emoji, four bytes of UTF-8.', ALL, 'A userId is any text.', {
    fields: { user_id: '\u{1f600}' },
  }),
  odd(
    'user-id-noncharacters',
    'U+FFFE, U+FFFF and U+10FFFF: not characters, and well-formed.',
    ALL,
    'A userId is any text.',
    { fields: { user_id: '\ufffe\uffff\u{10ffff}' } },
  ),
  odd(
    'user-id-byte-order-mark',
    'A byte order mark starts the userId.',
    ALL,
    'It is a character there like any other.',
    { fields: { user_id: '\ufeffdemo' } },
  ),
  odd('user-id-decomposed', 'A letter and a combining accent.', ALL, 'Nobody normalizes it.', {
    fields: { user_id: 'e\u0301' },
  }),
  odd(
    'user-id-replacement',
    'U+FFFD, which stands for what could not be decoded.',
    ALL,
    'Here it is well-formed and means itself.',
    { fields: { user_id: '\ufffd' } },
  ),
  odd('user-id-number', 'The userId looks like a number.', ALL, 'It is a string.', {
    fields: { user_id: '007' },
  }),
  odd('user-id-proto', 'The userId is __proto__.', ALL, 'It is a string like any other.', {
    fields: { user_id: '__proto__' },
  }),
  odd('app-id-largest', 'The largest appId.', ALL, 'It is a uint32.', {
    fields: { app_id: 4294967295 },
  }),
  odd(
    'app-id-beyond-int32',
    'An appId with the top bit set.',
    ALL,
    'It is a uint32, not an int32.',
    { fields: { app_id: 2147483648 } },
  ),
  odd('nonce-zero', 'The nonce is 0.', ALL, 'It is in the range of all of them.', {
    fields: { nonce: 0 },
  }),
  odd('nonce-minus-one', 'The nonce is -1.', 'java node', NONCE, {
    fields: { nonce: -1 },
    mode: 'gcm',
  }),
  odd('nonce-negative', 'The nonce is negative.', 'java', NONCE, { fields: { nonce: -987654321 } }),
  odd('nonce-smallest', 'The smallest nonce.', 'java node', NONCE, {
    fields: { nonce: -2147483648 },
    mode: 'gcm',
  }),
  odd('nonce-largest', 'The largest nonce.', 'java node', 'It is in the range of an int32.', {
    fields: { nonce: 2147483647 },
    mode: 'gcm',
  }),
  ...[
    ['nonce-2-to-31', 2 ** 31, 'cbc'],
    ['nonce-below-int32', -(2 ** 31) - 1, 'cbc'],
    ['nonce-uint32', 2 ** 32 - 1, 'cbc'],
    ['nonce-2-to-32', 2 ** 32, 'cbc'],
    ['nonce-milliseconds', 1_700_000_000_123, 'cbc'],
    ['nonce-int64', Number.MAX_SAFE_INTEGER, 'cbc'],
    ['nonce-minus-int64', Number.MIN_SAFE_INTEGER, 'cbc'],
    ['gcm-nonce-2-to-31', 2 ** 31, 'gcm'],
    ['gcm-nonce-int64', Number.MAX_SAFE_INTEGER, 'gcm'],
    ['gcm-nonce-minus-int64', Number.MIN_SAFE_INTEGER, 'gcm'],
  ].map(([oddity, nonce, mode]) =>
    odd(oddity, `The nonce is ${nonce}.`, '', WIDE, { fields: { nonce }, mode }),
  ),
  odd(
    'payload-null',
    'The payload is null, which reads as the empty payload.',
    'python java dotnet php',
    BY_NULL,
    { plaintext: json({ payload: null }) },
  ),
  odd('gcm-payload-null', 'The payload is null, in GCM.', 'python java php', BY_NULL, {
    plaintext: json({ payload: null }),
    mode: 'gcm',
  }),
  odd(
    'payload-missing',
    'No payload field, which reads as the empty payload.',
    '',
    'A newer generator may leave it out; the generator in the prebuilt client does.',
    { plaintext: JSON.stringify(withoutPayload) },
  ),
  odd('gcm-payload-missing', 'No payload field, in GCM.', '', 'What holds for CBC holds for GCM.', {
    plaintext: JSON.stringify(withoutPayload),
    mode: 'gcm',
  }),
  odd(
    'payload-not-json',
    'The payload is a word.',
    ALL,
    'A payload is any text; who reads privileges judges it.',
    { fields: { payload: 'hello' } },
  ),
  odd(
    'payload-null-text',
    'The payload is the text null.',
    ALL,
    'It is a string of four letters.',
    { fields: { payload: 'null' } },
  ),
  odd(
    'payload-of-a-token',
    'The payload has the fields of a token.',
    ALL,
    'It is a string; nobody looks for fields in it.',
    { fields: { payload: json({ app_id: 2, user_id: 'root' }) } },
  ),
  odd(
    'payload-of-controls',
    'All control characters in the payload.',
    KEEP_NUL,
    'A payload is any text.',
    { fields: { payload: String.fromCharCode(...Array(32).keys()) } },
  ),
  odd(
    'payload-of-33000',
    'A payload that makes the ciphertext longer than 32,767 bytes.',
    'go node java cpp objc dotnet php',
    'Its length is an unsigned 16-bit number.',
    { fields: { payload: 'p'.repeat(33_000) } },
  ),
  odd(
    'payload-as-long-as-can-be',
    'The longest ciphertext: 65,535 bytes with its tag.',
    'go node java cpp php php-typed',
    'Its length is an unsigned 16-bit number.',
    { fields: { payload: 'p'.repeat(65_519 - 95) }, mode: 'gcm' },
  ),
  odd('extra-string', 'A field that nobody knows.', '', NEWER, {
    plaintext: extended('"region":"eu"'),
  }),
  odd('extra-nested', 'An unknown field with objects and lists in it.', '', NEWER, {
    plaintext: extended('"x":{"app_id":2,"y":[{"user_id":"root"}]}'),
  }),
  odd('extra-null', 'An unknown field that is null.', '', NEWER, {
    plaintext: extended('"x":null'),
  }),
  odd('extra-proto', 'An unknown field called __proto__, which must change nothing.', '', NEWER, {
    plaintext: extended('"__proto__":{"app_id":2,"user_id":"root"}'),
  }),
  odd('extra-first', 'An unknown field before all others.', '', NEWER, {
    plaintext: json().replace('{', '{"v":2,'),
  }),
  odd(
    'extra-in-another-case',
    'The name of a field in another case, with another value.',
    '',
    'Names are compared exactly.',
    { plaintext: extended('"APP_ID":2,"User_Id":"root"') },
  ),
  odd('extra-empty-name', 'A field whose name is empty.', '', NEWER, {
    plaintext: extended('"":0'),
  }),
];
