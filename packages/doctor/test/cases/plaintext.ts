import { FIELDS, makeToken } from '../make.ts';
import type { Cases } from './case.ts';

const JSON_TEXT = JSON.stringify(FIELDS);
const byHand = `${JSON_TEXT.slice(0, -3)}"{"room_id":"r1"}"}`;

/** What was encrypted is not the JSON of a token. */
export const plaintextCases = {
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
} satisfies Cases;
