import { CTIME, FIELDS, GOOD, makeToken, payload, SECRET, withFields } from '../make.ts';
import type { Case, Cases } from './case.ts';

/** A user that a template made of a value. */
function neverSet(text: string): Case {
  return {
    title: text,
    input: withFields({ user_id: text }),
    severity: 'warning',
    values: { text },
  };
}

function another(difference: string, own: string, expected: string): Case {
  return {
    title: `${difference}: ${own} for ${expected}`,
    input: withFields({ user_id: own }),
    options: { userId: expected, userIdProfiles: [] },
    values: { difference },
  };
}

/** Claims that are missing, of another type, or for somebody else. */
export const claimCases = {
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
  'nonce-large': [
    {
      title: 'milliseconds',
      input: withFields({ nonce: 1_700_000_000_000 }),
      severity: 'warning',
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
    another('not-set', `${{}}`, 'demo'),
    another('percent', encodeURIComponent('demo@example.com'), 'demo@example.com'),
    another('percent', 'Müller', encodeURIComponent('Müller')),
    another('html', 'O&#39;Brien', "O'Brien"),
    another('html', 'a&amp;b', 'a&b'),
    another('html', '&#20013;&#x6587;', '中文'),
    another('unicode', 'é'.normalize('NFC'), 'é'.normalize('NFD')),
    another('number', `${Number('12345678901234567890')}`, '12345678901234567890'),
    another('number', `${Number('90071992547409931')}`, '90071992547409931'),
    another('number', '1.2345678901234567e+19', '12345678901234567890'),
    another('number', `${Number('007')}`, '007'),
    another('other', '12345678901234567', '12345678901234599'),
    another('other', '50%', '60%'),
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
  'user-id-not-set': [
    neverSet(`${undefined}`),
    neverSet(`${null}`),
    neverSet(`${Number.NaN}`),
    neverSet('None'),
    { ...neverSet(`${{}}`), also: ['user-id-profile'] },
    { ...neverSet(`${Promise.resolve('demo')}`), also: ['user-id-profile'] },
    { ...neverSet('null'), title: 'in the client as well', options: { userId: 'null' } },
  ],
  'privileges-beside-payload': [
    {
      title: 'an empty payload',
      input: withFields({ room_id: 'r1', privilege: { 1: 1, 2: 1 } }),
      severity: 'warning',
      values: { keys: 'room_id, privilege' },
    },
    {
      title: 'a payload as well',
      input: withFields({ payload: payload(), stream_id_list: ['cam'] }),
      severity: 'warning',
      values: { keys: 'stream_id_list' },
    },
  ],
} satisfies Cases;
