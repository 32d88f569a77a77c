// Tokens whose time is over.
import { EXPIRE, NOW } from '../../token.mjs';
import { expired } from '../../vector.mjs';
import { DAY, gcm, gcmToken, made, policy, token } from './given.mjs';

export const vectors = [
  expired(
    'at-its-end',
    'now is expire: the first second in which it is no longer good.',
    'expiry',
    token,
    policy({ now: EXPIRE }),
  ),
  expired(
    'half-a-second-late',
    'now is half a second behind expire.',
    'expiry',
    token,
    policy({ now: EXPIRE + 0.5 }),
  ),
  expired(
    'a-second-late',
    'now is a second behind expire.',
    'expiry',
    token,
    policy({ now: EXPIRE + 1 }),
  ),
  expired(
    'a-year-late',
    'now is a year behind expire.',
    'expiry',
    token,
    policy({ now: EXPIRE + 365 * DAY }),
  ),
  expired(
    'clock-in-milliseconds',
    'now is in milliseconds by mistake: a refusal, not a pass.',
    'expiry time-unit',
    token,
    policy({ now: NOW * 1000 }),
  ),
  expired('gcm-at-its-end', 'now is expire.', 'expiry', gcmToken, gcm({ now: EXPIRE })),
  expired(
    'gcm-a-second-late',
    'now is a second behind expire.',
    'expiry',
    gcmToken,
    gcm({ now: EXPIRE + 1 }),
  ),
  expired(
    'tolerance-used-up',
    'now is expire and the tolerance.',
    'expiry',
    token,
    policy({ now: EXPIRE + 60, clockToleranceInSeconds: 60 }),
  ),
  expired(
    'tolerance-exceeded',
    'now is a tenth of a second behind expire and the tolerance.',
    'expiry',
    token,
    policy({ now: EXPIRE + 1.6, clockToleranceInSeconds: 1.5 }),
  ),
  expired(
    'long-ago',
    'Made and ended in 1970.',
    'expiry',
    made({ ctime: 0, expire: 1 }),
    policy({}),
  ),
  expired(
    'before-1970',
    'Made and ended before 1970: the times are negative.',
    'expiry',
    made({ ctime: -3600, expire: -1 }),
    policy({}),
  ),
  expired(
    'right-app-and-user',
    'All else is as demanded.',
    'expiry',
    token,
    policy({ now: EXPIRE, appId: 1, userId: 'demo', modes: ['cbc'] }),
  ),
];
