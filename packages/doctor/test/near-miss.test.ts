import { expect, test } from 'vitest';
import { type Name, nearMiss } from '../src/claims/near-miss.ts';

test.each<[Name, string[]]>([
  ['app_id', ['appId', 'AppID', 'APP_ID', 'app', 'applicationId']],
  ['user_id', ['userId', 'UserID', 'uid', 'user', 'account', 'identity']],
  ['nonce', ['random', 'rand', 'nonceStr', 'Nonce']],
  ['ctime', ['createTime', 'created_at', 'createdTime', 'iat', 'timestamp', 'time', 'CTIME']],
  [
    'expire',
    [
      'expired',
      'exp',
      'expireTime',
      'expire_at',
      'expires',
      'expiresAt',
      'expiration',
      'expiredTs',
      'ttl',
      'effectiveTimeInSeconds',
      'EXPIRE',
    ],
  ],
  ['room_id', ['roomId', 'room', 'roomIds']],
  [
    'privilege',
    ['privileges', 'privileg', 'priviledge', 'permissions', 'permission', 'rights', 'Privilege'],
  ],
  ['stream_id_list', ['streamIdList', 'streamIds', 'streams', 'streamList', 'stream_id']],
])('%s under another name', (name, keys) => {
  for (const key of keys) {
    expect(nearMiss({ [key]: 1 }, name)).toBe(key);
    expect(nearMiss({ [key]: 1, [name]: 1 }, name)).toBe('');
    expect(nearMiss({ [`x${key}`]: 1, [`${key}x`]: 1 }, name)).toBe('');
  }
});
