import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { payload, SECRET, withFields, withPayload } from '../make.ts';
import type { Case, Cases } from './case.ts';

const encoded: Case[] = (
  [
    ['base64', Buffer.from(payload()).toString('base64')],
    ['base64', Buffer.from(payload()).toString('base64url')],
    ['percent-encoding', encodeURIComponent(payload())],
    ['HTML entities', payload().replaceAll('"', '&quot;')],
    ['HTML entities', payload().replaceAll('"', '&#34;')],
    ['gzip', gzipSync(payload()).toString('base64')],
  ] as const
).map(([encoding, text]) => ({
  title: `in ${encoding}: ${text.slice(0, 10)}`,
  input: withFields({ payload: text }),
  options: { roomId: 'r1' },
  values: { kind: expect.any(String), position: expect.any(Number), encoding },
}));

/** A payload that no room can be read from. */
export const payloadCases = {
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
    ...encoded,
  ],
  'payload-python': [
    {
      title: 'str()',
      input: withFields({ payload: payload().replaceAll('"', "'").replace('null', 'None') }),
      options: { roomId: 'r1' },
      values: { position: 1 },
    },
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
      values: { key: 'roomId' },
    },
    {
      title: 'empty',
      input: withPayload({ room_id: '' }),
      options: { streamId: 'cam' },
      values: { key: '' },
    },
  ],
  'privilege-missing': [
    {
      title: 'a list',
      input: withPayload({ privilege: [1, 2] }),
      options: { roomId: 'r1' },
      values: { key: '' },
    },
    { title: 'empty', input: withPayload({ privilege: {} }), severity: 'warning' },
  ],
  'privilege-unknown-key': [
    {
      title: 'names for numbers',
      input: withPayload({ privilege: { loginRoom: 1, publishStream: 1 } }),
      options: { roomId: 'r1' },
      severity: 'warning',
      values: { keys: 'loginRoom, publishStream' },
      also: ['privilege-bit-missing', 'privilege-bit-missing'],
    },
    {
      title: 'a name that may be confidential',
      input: withPayload({ privilege: { 1: 1, 2: 1, [SECRET]: 1 } }),
      severity: 'warning',
      values: { keys: '?' },
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
      values: { bit: '2', got: 'number' },
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
      values: {},
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
} satisfies Cases;
