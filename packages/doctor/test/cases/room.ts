import { GOOD, KIT, kitToken, withPayload } from '../make.ts';
import type { Cases } from './case.ts';

/** Rooms and streams that a payload does not allow. */
export const roomCases = {
  'room-mismatch': [
    {
      title: 'the user in its place',
      input: withPayload({ room_id: 'demo' }),
      options: { userId: 'demo', roomId: 'r1' },
      values: { difference: 'swapped' },
    },
    {
      title: 'a variable without a value',
      input: withPayload({ room_id: `${null}` }),
      options: { roomId: 'r1' },
      values: { difference: 'not-set' },
    },
    {
      title: 'percent-encoded',
      input: withPayload({ room_id: encodeURIComponent('#r1') }),
      options: { roomId: '#r1' },
      values: { difference: 'percent' },
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
  'room-id-not-set': [
    {
      title: 'undefined',
      input: withPayload({ room_id: `${undefined}` }),
      severity: 'warning',
      values: { text: 'undefined' },
    },
    {
      title: 'an object, in the client as well',
      input: withPayload({ room_id: `${{}}` }),
      options: { roomId: `${{}}` },
      severity: 'warning',
      values: { text: '[object Object]' },
      also: ['room-id-profile'],
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
} satisfies Cases;
