import type { DiagnoseOptions, FindingId } from '../src/index.ts';
import type { Case, Cases } from './case.ts';
import { foreignCases } from './foreign-cases.ts';
import { insteadCases } from './instead-cases.ts';
import { keyCases } from './key-cases.ts';
import {
  APP_SIGN,
  CTIME,
  FIELDS,
  IV,
  KIT,
  kitToken,
  makeBody,
  makeToken,
  NOW,
  payload,
  SECRET,
} from './make.ts';
import { saidCases } from './said-cases.ts';

// With + and / in it, wherever its random parts come from.
const GOOD = makeToken({ iv: Buffer.from('fbfffefbeffbfffefbeffbfffefbeffb', 'hex') });
const wrongKey = (key: string | Buffer): string => makeToken({ key });
const withFields = (fields: object): string => makeToken({ fields });
const withPayload = (fields: object): string => withFields({ payload: payload(fields) });
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
/** The last digit before the padding, with a bit that no byte has. */
function withStrayBits(token: string): string {
  const at = token.search(/.=+$/);
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return token.slice(0, at) + digits[digits.indexOf(token[at] as string) + 1] + token.slice(at + 1);
}

const UPPER = SECRET.toUpperCase();

/** Ways to the findings about the token as it should be. */
const ownCases = {
  empty: [{ title: 'blanks alone', input: ' \r\n' }],
  'too-long': [
    { title: 'a megabyte', input: 'A'.repeat(1_000_000), values: { length: 1_000_000 } },
    { title: 'more than a body holds', input: `04${'A'.repeat(100_000)}` },
  ],
  token03: [{ title: 'starts with 03', input: `03${GOOD.slice(2)}` }],
  jwt: [
    { title: 'a JWT', input: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZW1vIn0.c2lnbmF0dXJl' },
    {
      title: 'a JWT behind Bearer',
      input: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZW1vIn0.c2ln',
      also: ['bearer'],
    },
  ],
  whip: [
    {
      title: 'the address of ZEGO’s WHIP page',
      input:
        'https://i-whip1.whip.zegotech.cn/whip/v1/1/cam?userId=demo&zgVer=v1&zgExpired=1700003600&zgNonce=1',
    },
    {
      title: 'an RTMP address',
      input: `rtmp://push.example/1/cam?zgToken=${'0'.repeat(64)}&zgExpired=1700003600`,
    },
    { title: 'the parameters alone', input: 'zgVer=v1&zgExpired=1700003600&zgNonce=1' },
  ],
  'credential-as-token': [
    { title: 'an AppSign', input: APP_SIGN, values: { digits: 64 } },
    { title: 'a secret', input: SECRET, values: { digits: 32 } },
  ],
  'not-a-token': [
    { title: 'prose', input: 'login failed, twice' },
    { title: 'base64 of something else', input: 'aGVsbG8sIHdvcmxk' },
    { title: 'a body with more behind it', input: makeBody({ surplus: IV }).toString('base64') },
    {
      title: 'a body without a ciphertext',
      input: Buffer.concat([makeBody({ mode: 'gcm' }).subarray(0, 22), Buffer.alloc(2)]).toString(
        'base64',
      ),
    },
    { title: 'a URL without a token', input: 'https://example.com/?token=undefined' },
  ],

  truncated: [
    { title: 'by half', input: GOOD.slice(0, GOOD.length / 2) },
    { title: 'by 24 characters', input: GOOD.slice(0, -24), values: { missing: 17 } },
    { title: 'down to the version', input: '04', values: { missing: 12 } },
  ],
  'version-missing': [
    { title: 'a body alone', input: GOOD.slice(2) },
    {
      title: 'within the base64',
      input: Buffer.concat([Buffer.from('04'), Buffer.from(GOOD.slice(2), 'base64')]).toString(
        'base64',
      ),
      also: ['frame-prefix'],
    },
  ],
  'plus-as-blank': [
    { title: 'blanks for +', input: GOOD.replaceAll('+', ' ') },
    {
      title: 'a + in a URL that nobody encoded',
      input: `https://example.com/join?room=r1&token=${GOOD}`,
    },
  ],
  'percent-encoded': [
    { title: 'encoded once', input: encodeURIComponent(GOOD) },
    { title: 'encoded twice', input: encodeURIComponent(encodeURIComponent(GOOD)) },
  ],
  'url-alphabet': [
    { title: '- and _', input: GOOD.replaceAll('+', '-').replaceAll('/', '_') },
    {
      title: '- and _, without padding',
      input: GOOD.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
      also: ['padding-missing'],
    },
  ],
  'line-breaks': [
    { title: 'every 64 characters', input: GOOD.replace(/.{64}/g, '$&\r\n') },
    { title: 'with an indentation', input: `${GOOD.slice(0, 76)}\n    ${GOOD.slice(76)}` },
    { title: 'as mail flows', input: `${GOOD.slice(0, 76)} \n ${GOOD.slice(76)}` },
    { title: 'as escapes', input: `${GOOD.slice(0, 76)}\\n${GOOD.slice(76)}` },
  ],
  'json-escapes': [
    { title: '\\/ of PHP', input: GOOD.replaceAll('/', '\\/') },
    { title: '\\u002B of .NET', input: GOOD.replaceAll('+', '\\u002B') },
  ],
  'padding-missing': [
    { title: 'no =', input: GOOD.replace(/=+$/, '') },
    { title: 'too many =', input: `${GOOD}=` },
  ],
  'foreign-characters': [
    {
      title: 'two asterisks',
      input: `${GOOD.slice(0, 50)}**${GOOD.slice(52)}`,
      values: { count: 2 },
    },
    { title: 'a letter with an accent', input: `${GOOD.slice(0, 50)}é${GOOD.slice(50)}` },
  ],
  'base64-not-canonical': [{ title: 'bits that no byte has', input: withStrayBits(GOOD) }],
  'trailing-data': [
    {
      title: 'three bytes too many',
      input: makeToken({ mode: 'gcm', surplus: Buffer.from('abc') }),
      values: { bytes: 3 },
    },
  ],

  'gcm-mode-byte-missing': [
    { title: 'seen by the IV', input: makeToken({ mode: 'gcm', modeByte: null }) },
    {
      title: 'seen without the secret',
      input: makeToken({ mode: 'gcm', modeByte: null }),
      withoutSecret: true,
    },
    {
      title: 'seen by the length alone',
      input: makeToken({ mode: 'gcm', iv: IV, modeByte: null }),
      withoutSecret: true,
      also: ['iv-length'],
    },
    {
      title: 'seen by the secret alone, where the lengths could be those of CBC',
      input: makeToken({
        mode: 'gcm',
        iv: IV,
        modeByte: null,
        plaintext: JSON.stringify(FIELDS).padEnd(144),
      }),
      also: ['iv-length'],
    },
  ],
  'mode-byte-wrong': [
    {
      title: 'the digit 1',
      input: makeToken({ mode: 'gcm', modeByte: 0x31 }),
      values: { byte: 49, mode: 'gcm' },
    },
    {
      title: '0 for GCM',
      input: makeToken({ mode: 'gcm', modeByte: 0 }),
      values: { byte: 0, mode: 'gcm' },
    },
    { title: '1 for CBC', input: makeToken({ modeByte: 1 }), values: { byte: 1, mode: 'cbc' } },
    {
      title: '1 for CBC, seen without the secret',
      input: makeToken({ modeByte: 1 }),
      withoutSecret: true,
      values: { byte: 1, mode: 'cbc' },
    },
    { title: '2 for CBC', input: makeToken({ modeByte: 2 }), values: { byte: 2, mode: 'cbc' } },
  ],
  'iv-length': [
    {
      title: '16 bytes in GCM',
      input: makeToken({ mode: 'gcm', iv: IV }),
      values: { bytes: 16, expected: 12, mode: 'gcm' },
    },
  ],
  'ciphertext-length': [
    {
      title: 'no ciphertext',
      input: `04${Buffer.concat([makeBody({ iv: IV }).subarray(0, 26), Buffer.alloc(2)]).toString('base64')}`,
      values: { bytes: 0, mode: 'cbc' },
      withoutSecret: true,
    },
    {
      title: 'shorter than a tag',
      input: `04${Buffer.concat([makeBody({ mode: 'gcm' }).subarray(0, 22), Buffer.from([0, 3, 9, 9, 9, 1])]).toString('base64')}`,
      values: { bytes: 3, mode: 'gcm' },
      withoutSecret: true,
    },
  ],
  'outer-expire-range': [
    {
      title: 'negative',
      input: makeToken({ outerExpire: -(2n ** 60n) }),
      also: ['expire-mismatch'],
    },
  ],

  'key-app-sign': [
    {
      title: 'its first 32 characters',
      input: wrongKey(APP_SIGN.slice(0, 32)),
      options: { serverSecret: [SECRET, APP_SIGN] },
      values: { how: 'cut', keyBits: 256 },
    },
    {
      title: 'decoded from hex',
      input: wrongKey(hex(APP_SIGN)),
      options: { serverSecret: APP_SIGN },
      values: { how: 'hex', keyBits: 256 },
    },
    {
      title: 'its first 16 characters, in GCM',
      input: makeToken({ key: APP_SIGN.slice(0, 16), mode: 'gcm' }),
      options: { serverSecret: APP_SIGN },
      values: { how: 'cut', keyBits: 128 },
    },
  ],
  'key-hex-decoded': [
    { title: 'AES-128', input: wrongKey(hex(SECRET)), values: { keyBits: 128 } },
    {
      title: 'twice, to have 32 bytes',
      input: wrongKey(Buffer.concat([hex(SECRET), hex(SECRET)])),
      values: { keyBits: 256, twice: 'yes' },
    },
    {
      title: 'padded by zeros, as in PHP',
      input: wrongKey(Buffer.concat([hex(SECRET), Buffer.alloc(16)])),
      values: { keyBits: 256 },
    },
  ],
  'key-cut': [
    {
      title: 'AES-128',
      input: wrongKey(SECRET.slice(0, 16)),
      values: { bytes: 16, keyBits: 128, end: 'first' },
    },
    {
      title: 'AES-192',
      input: wrongKey(SECRET.slice(0, 24)),
      values: { bytes: 24, keyBits: 192, end: 'first' },
    },
    {
      title: 'AES-128 in GCM without its mode byte',
      input: makeToken({ key: SECRET.slice(0, 16), mode: 'gcm', modeByte: null }),
      values: { bytes: 16, keyBits: 128, end: 'first' },
      also: ['gcm-mode-byte-missing'],
    },
    {
      title: 'padded by zeros',
      input: wrongKey(SECRET.slice(0, 16) + '\0'.repeat(16)),
      values: { bytes: 16, keyBits: 256, end: 'first' },
    },
  ],
  'key-base64-decoded': [
    { title: 'AES-192', input: wrongKey(Buffer.from(SECRET, 'base64')), values: { keyBits: 192 } },
  ],
  'secret-case': [
    { title: 'in upper case', input: wrongKey(UPPER), values: { case: 'upper' } },
    {
      title: 'given in upper case',
      input: GOOD,
      options: { serverSecret: UPPER },
      values: { case: 'lower' },
    },
  ],
  'secret-is-app-sign': [
    { title: 'and the token is fine', input: GOOD, options: { serverSecret: APP_SIGN } },
  ],
  'secret-length': [
    {
      title: 'one character lost',
      input: GOOD,
      options: { serverSecret: SECRET.slice(1) },
      values: { bytes: 31 },
    },
    {
      title: '40 bytes in hex, which is more than a key',
      input: wrongKey(Buffer.alloc(32)),
      options: { serverSecret: '0'.repeat(80) },
      values: { bytes: 80 },
    },
    {
      title: '10 characters, which is too short to be cut',
      input: GOOD,
      options: { serverSecret: '0123456789' },
      values: { bytes: 10 },
    },
    {
      title: '32 characters of two bytes',
      input: GOOD,
      options: { serverSecret: 'é'.repeat(32) },
      values: { bytes: 64 },
    },
  ],
  'wrong-secret': [
    { title: 'text too short to prove the key', input: makeToken({ plaintext: 'x' }) },
    {
      title: 'a mistaken key, behind which there is text but no token',
      input: makeToken({ key: SECRET.slice(0, 16), plaintext: '[object Object]' }),
    },
    { title: 'another', input: GOOD, options: { serverSecret: '0'.repeat(32) } },
    {
      title: 'one of two, the other of the wrong length',
      input: GOOD,
      options: { serverSecret: ['0'.repeat(32), 'short'] },
      also: ['secret-length'],
    },
  ],

  'plaintext-not-json': [
    { title: 'an object as text', input: makeToken({ plaintext: '[object Object]' }) },
    {
      title: 'other JSON',
      input: makeToken({ plaintext: '{"name":"Ann","city":"Bonn"}', mode: 'gcm' }),
    },
  ],
  'plaintext-double-encoded': [
    {
      title: 'JSON in a JSON string',
      input: makeToken({ plaintext: JSON.stringify(JSON.stringify(FIELDS)) }),
    },
  ],
  'app-id-not-a-number': [
    {
      title: 'from the environment',
      input: withFields({ app_id: '1234567890' }),
      values: { field: 'app_id', got: 'string' },
    },
  ],
  'nonce-invalid': [
    {
      title: 'a string',
      input: withFields({ nonce: '1' }),
      values: { field: 'nonce', got: 'string' },
    },
    {
      title: 'a fraction',
      input: withFields({ nonce: 0.5 }),
      values: { field: 'nonce', got: 'number' },
    },
  ],
  'payload-object': [
    {
      title: 'privileges as an object',
      input: withFields({ payload: { room_id: 'r1' } }),
      values: { field: 'payload', got: 'object' },
    },
  ],
  'field-missing': [
    { title: 'no nonce', input: withFields({ nonce: undefined }), values: { field: 'nonce' } },
    {
      title: 'by a key that was cut as well',
      input: makeToken({ key: SECRET.slice(0, 16), fields: { user_id: undefined } }),
      values: { field: 'user_id' },
      also: ['key-cut'],
    },
  ],
  'field-invalid': [
    {
      title: 'appId 0',
      input: withFields({ app_id: 0 }),
      values: { field: 'app_id', got: 'number' },
    },
    {
      title: 'userId 5',
      input: withFields({ user_id: 5 }),
      values: { field: 'user_id', got: 'number' },
    },
    {
      title: 'payload 5',
      input: withFields({ payload: 5 }),
      values: { field: 'payload', got: 'number' },
    },
    {
      title: 'half a second',
      input: withFields({ ctime: CTIME + 0.5 }),
      values: { field: 'ctime', got: 'number' },
    },
    {
      title: 'half a character',
      input: withFields({ user_id: '\ud800' }),
      values: { field: 'user_id', got: 'string' },
    },
  ],
  'expire-mismatch': [
    {
      title: 'rewritten outside',
      input: makeToken({ mode: 'gcm', outerExpire: CTIME + 99_999 }),
      values: { inner: FIELDS.expire, outer: CTIME + 99_999 },
    },
  ],
  'user-id-empty': [{ title: 'as .NET makes it', input: withFields({ user_id: '' }) }],
  'ttl-not-positive': [
    {
      title: 'negative',
      input: withFields({ expire: CTIME - 60 }),
      options: { now: CTIME - 120 },
      values: { ttl: -60 },
      also: ['made-in-the-future'],
    },
  ],
  'app-id-mismatch': [
    {
      title: 'another app',
      input: GOOD,
      options: { appId: 5 },
      values: { appId: 1234567890, expected: 5 },
    },
  ],
  'user-id-mismatch': [
    {
      title: 'another user',
      input: GOOD,
      options: { userId: 'root' },
      values: { difference: 'other' },
    },
    {
      title: 'another case',
      input: GOOD,
      options: { userId: 'Demo' },
      values: { difference: 'case' },
    },
    {
      title: 'a blank',
      input: GOOD,
      options: { userId: 'demo ' },
      values: { difference: 'blanks' },
    },
    {
      title: 'a variable without a value',
      input: makeToken({ fields: { user_id: 'undefined' } }),
      options: { userId: 'demo' },
      values: { difference: 'not-set' },
    },
    {
      title: 'the appId in its place',
      input: makeToken({ fields: { user_id: '1234567890', app_id: 7 } }),
      options: { appId: 1234567890, userId: '7' },
      values: { difference: 'swapped' },
      also: ['app-id-mismatch'],
    },
    {
      title: 'the room in its place',
      input: makeToken({ fields: { user_id: 'r1', payload: payload({ room_id: 'demo' }) } }),
      options: { userId: 'demo', roomId: 'r1' },
      values: { difference: 'swapped' },
      also: ['room-mismatch'],
    },
  ],
  'kit-damaged': [{ title: 'no JSON behind the #', input: `${GOOD}#aGVsbG8=` }],
  expired: [
    {
      title: 'an hour ago',
      input: GOOD,
      options: { now: FIELDS.expire + 3600 },
      values: { secondsAgo: 3600, expire: FIELDS.expire },
    },
    {
      title: 'seen without the secret',
      input: GOOD,
      withoutSecret: true,
      options: { now: FIELDS.expire },
      values: { secondsAgo: 0, expire: FIELDS.expire },
    },
  ],
  'expires-soon': [
    {
      title: '29 seconds for ZIM',
      input: GOOD,
      options: { now: FIELDS.expire - 29, service: 'zim' },
      values: { secondsLeft: 29 },
    },
  ],

  'payload-object-as-text': [
    { title: 'an object joined to a string', input: withFields({ payload: '[object Object]' }) },
  ],
  'payload-double-encoded': [
    {
      title: 'JSON.stringify twice',
      input: withFields({ payload: JSON.stringify(payload()) }),
      options: { roomId: 'r1' },
    },
  ],
  'payload-not-json': [
    { title: 'with a room', input: withFields({ payload: 'r1' }), options: { roomId: 'r1' } },
    { title: 'with no room', input: withFields({ payload: 'r1' }), severity: 'warning' },
  ],
  'payload-not-object': [
    {
      title: 'a list',
      input: withFields({ payload: '[1]' }),
      options: { roomId: 'r1' },
      values: { got: 'array' },
    },
  ],
  'room-id-missing': [
    {
      title: 'another name',
      input: withPayload({ room_id: undefined, roomId: 'r1' }),
      options: { roomId: 'r1' },
      values: { got: 'undefined', key: 'roomId' },
    },
    {
      title: 'empty',
      input: withPayload({ room_id: '' }),
      options: { streamId: 'cam' },
      values: { got: 'string', key: '' },
    },
  ],
  'privilege-missing': [
    {
      title: 'a list',
      input: withPayload({ privilege: [1, 2] }),
      options: { roomId: 'r1' },
      values: { got: 'array', key: '' },
    },
    { title: 'empty', input: withPayload({ privilege: {} }), severity: 'warning' },
  ],
  'privilege-unknown-key': [
    {
      title: 'names for numbers',
      input: withPayload({ privilege: { loginRoom: 1, publishStream: 1 } }),
      options: { roomId: 'r1' },
      severity: 'warning',
      values: { keys: 'loginRoom, publishStream', meant: '"1", "2"' },
      also: ['privilege-bit-missing', 'privilege-bit-missing'],
    },
    {
      title: 'a name that may be confidential',
      input: withPayload({ privilege: { 1: 1, 2: 1, [SECRET]: 1 } }),
      severity: 'warning',
      values: { keys: '?', meant: '' },
    },
  ],
  'privilege-bit-missing': [
    {
      title: 'to log in',
      input: withPayload({ privilege: { 2: 1 } }),
      options: { roomId: 'r1' },
      values: { bit: '1' },
    },
    {
      title: 'to publish, of one who does not',
      input: withPayload({ privilege: { 1: 1 } }),
      options: { roomId: 'r1' },
      severity: 'warning',
      values: { bit: '2' },
    },
  ],
  'privilege-bit-invalid': [
    {
      title: 'the 2 of ZEGO’s .NET demo',
      input: withPayload({ privilege: { 1: 1, 2: 2 } }),
      options: { roomId: 'r1', streamId: 'cam' },
      values: { bit: '2', got: 2 },
    },
    {
      title: 'true',
      input: withPayload({ privilege: { 1: true, 2: 1 } }),
      options: { roomId: 'r1' },
      values: { bit: '1', got: 'boolean' },
    },
  ],
  'stream-list-invalid': [
    {
      title: 'a string',
      input: withPayload({ stream_id_list: 'cam' }),
      options: { streamId: 'cam' },
      values: { got: 'string' },
    },
  ],
  'room-mismatch': [
    {
      title: 'the user in its place',
      input: withPayload({ room_id: 'demo' }),
      options: { userId: 'demo', roomId: 'r1' },
      values: { difference: 'swapped' },
    },
    {
      title: 'another case',
      input: withPayload({}),
      options: { roomId: 'R1' },
      values: { difference: 'case' },
    },
    {
      title: 'of the kit token',
      input: kitToken(GOOD, KIT),
      options: { roomId: 'elsewhere' },
      values: { difference: 'other' },
    },
  ],
  'login-denied': [
    { title: 'a 0', input: withPayload({ privilege: { 1: 0, 2: 1 } }), options: { roomId: 'r1' } },
    {
      title: 'a 0, and no room asked for',
      input: withPayload({ privilege: { 1: 0, 2: 1 } }),
      severity: 'warning',
    },
  ],
  'publish-denied': [
    {
      title: 'a 0',
      input: withPayload({ privilege: { 1: 1, 2: 0 }, stream_id_list: ['cam'] }),
      options: { roomId: 'r1', streamId: 'cam' },
    },
  ],
  'stream-not-listed': [
    {
      title: 'another stream',
      input: withPayload({ stream_id_list: ['cam'] }),
      options: { streamId: 'screen' },
    },
  ],

  'product-payload': [
    {
      title: 'for ZIM',
      input: withPayload({}),
      options: { service: 'zim' },
      values: { service: 'zim' },
    },
    { title: 'for a mini game', input: withPayload({}), options: { service: 'minigame' } },
  ],
  'product-lifetime': [
    {
      title: '25 days for ZIM',
      input: withFields({ expire: NOW + 25 * 86_400 }),
      options: { service: 'zim' },
      values: { left: 25 * 86_400, service: 'zim' },
    },
  ],
  'user-id-profile': [
    {
      title: 'a dash, which UIKit refuses',
      input: withFields({ user_id: 'demo-1' }),
      severity: 'warning',
      values: { profiles: 'uikit', length: 6 },
    },
    {
      title: 'a UUID for ZIM',
      input: withFields({ user_id: '0b9ee7f1-7a3c-4b0e-8f2e-3f1a52d6c8aa' }),
      options: { service: 'zim' },
      values: { profiles: 'zim', length: 36 },
    },
    {
      title: '64 characters, which Express native refuses and Express Web takes',
      input: withFields({ user_id: 'a'.repeat(64) }),
      options: { service: 'express' },
      severity: 'warning',
      values: { profiles: 'express-native', length: 64 },
    },
  ],

  'made-in-the-future': [
    {
      title: 'a clock that is ten minutes ahead',
      input: GOOD,
      options: { now: CTIME - 600 },
      severity: 'warning',
      values: { secondsAhead: 600, ctime: CTIME },
    },
  ],
  'times-in-milliseconds': [
    {
      title: 'Date.now() as it is',
      input: withFields({ ctime: 1000 * CTIME, expire: 1000 * CTIME + 3600 }),
      severity: 'warning',
      also: ['outer-expire-milliseconds'],
    },
  ],
  'ttl-timestamp': [
    {
      title: 'the end as the duration',
      input: withFields({ expire: CTIME + CTIME + 3600 }),
      severity: 'warning',
      values: { ttl: CTIME + 3600 },
    },
  ],
  'ttl-milliseconds': [
    {
      title: 'an hour',
      input: withFields({ expire: CTIME + 3_600_000 }),
      severity: 'warning',
      values: { ttl: 3_600_000, meant: 3600 },
    },
    {
      title: 'a day',
      input: withFields({ expire: CTIME + 86_400_000 }),
      severity: 'warning',
      values: { ttl: 86_400_000, meant: 86_400 },
    },
  ],
  'secret-blanks': [
    {
      title: 'the end of a line',
      input: GOOD,
      options: { serverSecret: `${SECRET}\r\n` },
      severity: 'warning',
    },
    {
      title: 'the quotes of a .env file',
      input: GOOD,
      options: { serverSecret: `"${SECRET}"` },
      severity: 'warning',
    },
  ],
  quotes: [
    { title: 'a JSON string', input: JSON.stringify(GOOD), severity: 'warning' },
    { title: 'a line of JSON', input: `'${GOOD}',`, severity: 'warning' },
    {
      title: 'bytes of Python',
      input: `b'${GOOD}'`,
      values: { first: 'b' },
      severity: 'warning',
    },
  ],
  bearer: [{ title: 'a header', input: `Authorization: Bearer ${GOOD}`, severity: 'warning' }],
  'text-around': [
    {
      title: 'an answer, with the escapes of PHP',
      input: `{"code":0,"token":"${GOOD.replaceAll('/', '\\/')}"}`,
      severity: 'warning',
    },
    { title: 'a log line', input: `login with <${GOOD}> failed`, severity: 'warning' },
    {
      title: 'headers',
      input: `authorization: Bearer ${GOOD}\ncontent-type: application/json`,
      severity: 'warning',
      also: ['bearer'],
    },
    {
      title: 'an answer with a kit token',
      input: JSON.stringify({ data: { kit: kitToken(GOOD, KIT) } }),
      severity: 'warning',
    },
  ],
  'kit-token': [{ title: 'for the prebuilt UIKit', input: kitToken(GOOD, KIT), severity: 'info' }],
  'in-url': [
    {
      title: 'an encoded parameter',
      input: `https://example.com/join?room=r1&token=${encodeURIComponent(GOOD)}`,
      severity: 'info',
      values: { parameter: 'token' },
    },
    {
      title: 'a parameter whose name may be anything',
      input: `https://example.com/?${SECRET}=${encodeURIComponent(GOOD)}`,
      severity: 'info',
      values: { parameter: '?' },
    },
  ],
  'blanks-around': [{ title: 'a line', input: `  ${GOOD}\n`, severity: 'info' }],
  'no-secret': [{ title: 'without one', input: GOOD, withoutSecret: true, severity: 'info' }],
  cbc: [{ title: 'in CBC', input: GOOD, severity: 'info' }],
} satisfies Cases;

/** At least one way to each finding. */
export const cases: { [id in FindingId]: [Case, ...Case[]] } = {
  ...ownCases,
  ...insteadCases,
  ...foreignCases,
  ...keyCases,
  ...saidCases,
};

export function optionsOf({ withoutSecret, options }: Case): DiagnoseOptions {
  return { ...(!withoutSecret && { serverSecret: SECRET }), now: NOW, ...options };
}
