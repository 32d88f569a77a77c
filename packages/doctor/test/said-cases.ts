import type { Cases } from './case.ts';
import { encryptBy, FIELDS, frameOf, IV, KIT, kitToken, makeToken, payload, uint } from './make.ts';

const GOOD = makeToken();
const withFields = (fields: object): string => makeToken({ fields });
const withPayload = (fields: object): string => withFields({ payload: payload(fields) });
const JSON_TEXT = JSON.stringify(FIELDS);
const byHand = `${JSON_TEXT.slice(0, -3)}"{"room_id":"r1"}"}`;

/** What a token says wrongly, though it can be decrypted. */
export const saidCases = {
  'plaintext-quotes': [
    {
      title: 'in the payload',
      input: makeToken({ plaintext: byHand }),
      values: { key: 'payload', position: byHand.indexOf('room_id') },
    },
  ],
  'plaintext-python': [
    { title: 'str()', input: makeToken({ plaintext: JSON_TEXT.replaceAll('"', "'") }) },
    {
      title: 'None',
      input: makeToken({ plaintext: JSON_TEXT.replace('""', 'None') }),
      values: { position: JSON_TEXT.length - 3 },
    },
  ],
  'plaintext-json-broken': [
    {
      title: 'a comma at the end',
      input: makeToken({ plaintext: JSON_TEXT.replace('}', ',}') }),
      values: { kind: 'comma', position: JSON_TEXT.length, key: 'payload' },
    },
    {
      title: 'keys without quotes',
      input: makeToken({ plaintext: JSON_TEXT.replace(/"(\w+)":/g, '$1:') }),
      values: { kind: 'key-without-quotes', position: 1, key: '' },
    },
    {
      title: 'cut',
      input: makeToken({ plaintext: JSON_TEXT.slice(0, -1) }),
      values: { kind: 'cut', position: JSON_TEXT.length - 1, key: 'payload' },
    },
    {
      title: 'a line break in the payload',
      input: makeToken({ plaintext: JSON_TEXT.replace('""', '"\n"') }),
      values: { kind: 'control-character', position: JSON_TEXT.length - 3, key: 'payload' },
    },
  ],
  'field-renamed': [
    {
      title: 'as camels',
      input: withFields({ app_id: undefined, appId: 1234567890 }),
      values: { field: 'app_id', key: 'appId' },
    },
    {
      title: 'exp',
      input: withFields({ expire: undefined, exp: FIELDS.expire }),
      values: { field: 'expire', key: 'exp' },
    },
  ],
  'kit-missing': [{ title: 'for UIKit', input: GOOD, options: { service: 'uikit' } }],
  'kit-unexpected': [
    { title: 'for ZIM', input: kitToken(GOOD, KIT), options: { service: 'zim' } },
    { title: 'for Express', input: kitToken(GOOD, KIT), options: { service: 'express' } },
  ],
  'kit-mismatch': [
    {
      title: 'another user',
      input: kitToken(GOOD, { ...KIT, userID: 'root' }),
      values: { field: 'userId' },
    },
    {
      title: 'another app',
      input: kitToken(GOOD, { ...KIT, appID: 5 }),
      values: { field: 'appId' },
    },
    {
      title: 'another room than the privileges name',
      input: kitToken(withPayload({}), { ...KIT, roomID: 'r2' }),
      values: { field: 'roomId' },
    },
  ],
  'payload-python': [
    {
      title: 'str()',
      input: withFields({ payload: payload().replaceAll('"', "'").replace('null', 'None') }),
      options: { roomId: 'r1' },
      values: { kind: 'python', position: 1 },
    },
  ],
  'room-id-profile': [
    {
      title: 'Chinese, in the payload',
      input: withPayload({ room_id: '房间' }),
      severity: 'warning',
      values: { profiles: 'express-native, express-web', length: 2 },
    },
    {
      title: '128 characters, which Express native refuses',
      input: GOOD,
      options: { roomId: 'r'.repeat(128) },
      severity: 'warning',
      values: { profiles: 'express-native', length: 128 },
    },
    {
      title: 'Chinese, for a product that refuses it in each of its SDKs',
      input: withPayload({ room_id: '房间' }),
      options: { service: 'express' },
      values: { profiles: 'express-native, express-web', length: 2 },
    },
    {
      title: 'for a product of which one SDK refuses it',
      input: GOOD,
      options: { roomId: 'r'.repeat(128), service: 'superboard' },
      severity: 'warning',
      values: { profiles: 'express-native', length: 128 },
    },
  ],
  'stream-id-profile': [
    {
      title: 'two IDs in one, as people write a list',
      input: withPayload({ stream_id_list: ['a,b'] }),
      severity: 'warning',
      values: { profiles: 'express-native, express-web', length: 3 },
    },
    {
      title: 'the second of a list, for a product',
      input: withPayload({ stream_id_list: ['cam', '流'] }),
      options: { service: 'express' },
      values: { profiles: 'express-native, express-web', length: 1 },
    },
  ],
  'privileges-beside-payload': [
    {
      title: 'an empty payload',
      input: withFields({ room_id: 'r1', privilege: { 1: 1, 2: 1 } }),
      severity: 'warning',
      values: { keys: 'room_id, privilege', isIdentity: 'yes' },
    },
    {
      title: 'a payload as well',
      input: withFields({ payload: payload(), stream_id_list: ['cam'] }),
      severity: 'warning',
      values: { keys: 'stream_id_list', isIdentity: 'no' },
    },
  ],
  'stream-list-renamed': [
    {
      title: 'as camels',
      input: withPayload({ stream_id_list: undefined, streamIdList: ['cam'] }),
      severity: 'warning',
      values: { key: 'streamIdList' },
    },
  ],
  'nonce-large': [
    {
      title: 'milliseconds',
      input: withFields({ nonce: 1_700_000_000_000 }),
      severity: 'warning',
    },
  ],
  'kit-wrapped-twice': [
    {
      title: 'a kit token of a kit token',
      input: kitToken(kitToken(GOOD, KIT), { ...KIT, userName: 'Two' }),
      severity: 'warning',
    },
  ],
  'reading-proved': [
    {
      title: 'a frame without lengths',
      input: frameOf(uint(FIELDS.expire, 8), IV, encryptBy('aes-256-cbc')),
      also: ['lengths-missing'],
      severity: 'info',
    },
  ],
  'several-tokens': [
    {
      title: 'two lines',
      input: `${GOOD}\n${makeToken()}`,
      severity: 'warning',
      values: { count: 2 },
    },
  ],
} satisfies Cases;
