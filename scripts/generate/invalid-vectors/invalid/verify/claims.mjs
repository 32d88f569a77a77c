// Tokens that can be read, and are good for nobody and at no time.
import { EXPIRE, json, NOW, seal } from '../../token.mjs';
import { badClaims } from '../../vector.mjs';
import { gcm, made, policy } from './given.mjs';

export const vectors = [
  badClaims(
    'empty-user-id',
    'The userId is empty: official .NET makes such tokens, and they name nobody.',
    'nobody',
    made({ user_id: '' }),
    policy({}),
  ),
  badClaims(
    'gcm-empty-user-id',
    'The userId is empty.',
    'nobody',
    made({ user_id: '' }, 'gcm'),
    gcm({}),
  ),
  badClaims(
    'no-lifetime',
    'expire is ctime.',
    'lifetime',
    made({ expire: NOW, ctime: NOW }),
    policy({ now: NOW - 1 }),
  ),
  badClaims(
    'negative-lifetime',
    'expire is before ctime: official Node.js makes such tokens of a negative lifetime.',
    'lifetime',
    made({ ctime: EXPIRE + 1 }),
    policy({}),
  ),
  badClaims(
    'gcm-negative-lifetime',
    'expire is before ctime.',
    'lifetime',
    made({ ctime: EXPIRE + 1 }, 'gcm'),
    gcm({}),
  ),
  badClaims(
    'ctime-in-milliseconds',
    'ctime in milliseconds, and so behind expire.',
    'lifetime time-unit',
    made({ ctime: NOW * 1000 }),
    policy({}),
  ),
  badClaims(
    'app-id-zero',
    'app_id is 0, and any app is accepted.',
    'field-range',
    made({ app_id: 0 }),
    policy({}),
  ),
  badClaims(
    'outer-rewritten',
    'The expire outside is moved on, to outlive the one inside.',
    'outer-expire',
    seal(json(), 'cbc', { expire: EXPIRE + 3600 }),
    policy({ now: EXPIRE + 1 }),
  ),
  badClaims(
    'gcm-outer-rewritten',
    'The expire outside is moved on, in GCM.',
    'outer-expire',
    seal(json(), 'gcm', { expire: EXPIRE + 3600 }),
    gcm({ now: EXPIRE + 1 }),
  ),
];
