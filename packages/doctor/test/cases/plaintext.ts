import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { FIELDS, makeBody, makeToken } from '../make.ts';
import type { Case, Cases } from './case.ts';

const JSON_TEXT = JSON.stringify(FIELDS);
const byHand = `${JSON_TEXT.slice(0, -3)}"{"room_id":"r1"}"}`;

const UTF_16 = Buffer.from(JSON_TEXT, 'utf16le');
const encoded: Case[] = (
  [
    ['gzip', gzipSync(JSON_TEXT)],
    ['zlib', deflateSync(JSON_TEXT)],
    ['UTF-16', UTF_16],
    ['UTF-16', Buffer.from(UTF_16).swap16()],
    ['UTF-16', Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le')],
    ['UTF-16', Buffer.from(JSON.stringify(FIELDS, null, 2), 'utf16le')],
    ['base64', Buffer.from(Buffer.from(JSON_TEXT).toString('base64'))],
    ['percent-encoding', Buffer.from(encodeURIComponent(JSON_TEXT))],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${JSON_TEXT}`)],
    ['HTML entities', Buffer.from(JSON_TEXT.replaceAll('"', '&quot;'))],
  ] as const
).flatMap(([encoding, plaintext]) =>
  (['cbc', 'gcm'] as const).map((mode) => ({
    title: `${encoding} in ${mode}`,
    input: makeToken({ plaintext, mode }),
    values: { encoding },
  })),
);
const unknown: Case[] = (
  [
    ['raw deflate', deflateRawSync(JSON_TEXT)],
    ['Latin-1', Buffer.from(JSON_TEXT.replace('demo', 'Müller'), 'latin1')],
    ['another ciphertext', makeBody()],
    ['a byte', Buffer.from([0x80])],
  ] as const
).map(([title, plaintext]) => ({
  title: `${title} in gcm`,
  input: makeToken({ plaintext, mode: 'gcm' }),
  values: { encoding: 'another charset, or encrypted twice' },
}));

/** What was encrypted is not the JSON of a token. */
export const plaintextCases = {
  'plaintext-not-json': [
    { title: 'an object as text', input: makeToken({ plaintext: '[object Object]' }) },
    {
      title: 'other JSON',
      input: makeToken({ plaintext: '{"name":"Ann","city":"Bonn"}', mode: 'gcm' }),
      values: {},
    },
    ...encoded,
    ...unknown,
    { title: 'nothing, in GCM', input: makeToken({ plaintext: '', mode: 'gcm' }) },
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
      values: { kind: 'comma-too-many', position: JSON_TEXT.length },
    },
    {
      title: 'keys without quotes',
      input: makeToken({ plaintext: JSON_TEXT.replace(/"(\w+)":/g, '$1:') }),
      values: { kind: 'key-without-quotes', position: 1 },
    },
    {
      title: 'cut',
      input: makeToken({ plaintext: JSON_TEXT.slice(0, -1) }),
      values: { kind: 'missing-end', position: JSON_TEXT.length - 1 },
    },
    {
      title: 'zeros behind it, in GCM, which pads nothing',
      input: makeToken({ plaintext: `${JSON_TEXT}\0\0`, mode: 'gcm' }),
      values: { kind: 'text-behind-the-end', position: JSON_TEXT.length },
    },
    {
      title: 'a line break in the payload',
      input: makeToken({ plaintext: JSON_TEXT.replace('""', '"\n"') }),
      values: { kind: 'control-character', position: JSON_TEXT.length - 3 },
    },
  ],
} satisfies Cases;
