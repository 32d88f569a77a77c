import { GOOD, NOW, withFields, withPayload } from '../make.ts';
import type { Cases } from './case.ts';

/** What one product refuses. */
export const productCases = {
  'product-payload': [
    {
      title: 'for ZIM',
      input: withPayload({}),
      options: { service: 'zim' },
      values: {},
    },
    { title: 'for a mini game', input: withPayload({}), options: { service: 'minigame' } },
  ],
  'product-lifetime': [
    {
      title: '25 days for ZIM',
      input: withFields({ expire: NOW + 25 * 86_400 }),
      options: { service: 'zim' },
      values: { left: 25 * 86_400 },
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
} satisfies Cases;
