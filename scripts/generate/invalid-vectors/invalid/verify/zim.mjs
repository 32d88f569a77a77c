// The limits of ZIM.
import { EXPIRE, NOW } from '../../token.mjs';
import { expired, mismatch } from '../../vector.mjs';
import { DAY, gcm, gcmToken, made, policy, token } from './given.mjs';

export const vectors = [
  mismatch(
    'zim-payload',
    'ZIM takes no payload.',
    'zim',
    made({ payload: '{}' }),
    policy({ service: 'zim' }),
  ),
  mismatch(
    'zim-room-payload',
    'ZIM takes no room privileges.',
    'zim',
    made({ payload: '{"room_id":"r1","privilege":{"1":1,"2":1},"stream_id_list":null}' }),
    policy({ service: 'zim' }),
  ),
  mismatch(
    'zim-24-days-and-a-second',
    'ZIM takes at most 24 days.',
    'zim',
    made({ expire: NOW + 24 * DAY + 1 }),
    policy({ service: 'zim' }),
  ),
  mismatch(
    'zim-a-year',
    'ZIM takes at most 24 days.',
    'zim',
    made({ expire: NOW + 365 * DAY }, 'gcm'),
    gcm({ service: 'zim' }),
  ),
  expired(
    'zim-29-seconds-left',
    'ZIM wants at least 30 seconds left.',
    'zim expiry',
    token,
    policy({ service: 'zim', now: EXPIRE - 29 }),
  ),
  expired(
    'zim-less-than-30-seconds-left',
    'ZIM wants at least 30 seconds left, and a tenth of one is missing.',
    'zim expiry',
    token,
    policy({ service: 'zim', now: EXPIRE - 29.9 }),
  ),
  expired(
    'zim-at-its-end',
    'now is expire.',
    'zim expiry',
    gcmToken,
    gcm({ service: 'zim', now: EXPIRE }),
  ),
];
