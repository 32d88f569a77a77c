/** What people call the fields, the keys of a payload and its bits, plainly written. */
const NEAR_MISSES = {
  app_id: ['appid', 'app', 'applicationid'],
  user_id: ['userid', 'uid', 'user', 'account', 'identity'],
  nonce: ['random', 'rand', 'noncestr'],
  ctime: ['createtime', 'createdat', 'iat', 'timestamp', 'time', 'createdtime'],
  expire: [
    'expired',
    'exp',
    'expiretime',
    'expireat',
    'expires',
    'expiresat',
    'expiration',
    'expiredts',
    'ttl',
    'effectivetimeinseconds',
  ],
  payload: [],
  room_id: ['roomid', 'room', 'roomids'],
  privilege: ['privileges', 'privileg', 'priviledge', 'permissions', 'permission', 'rights'],
  stream_id_list: ['streamidlist', 'streamids', 'streams', 'streamlist', 'streamid'],
  '1': ['login', 'loginroom', 'join', 'joinroom', 'canlogin', 'privilegekeylogin'],
  '2': ['publish', 'publishstream', 'push', 'pushstream', 'canpublish', 'privilegekeypublish'],
} as const;

/** What may be written under another name. */
export type Name = keyof typeof NEAR_MISSES;

/** Whether a key that is shown gives nothing away. */
export function isShowable(key: string): boolean {
  return /^\w{1,24}$/.test(key);
}

/** Whether a key was written for the one of this name. */
export function isMeantFor(key: string, name: Name): boolean {
  const plain = key.toLowerCase().replace(/[_-]/g, '');
  return (NEAR_MISSES[name] as readonly string[]).includes(plain);
}

/** The key that was written in place of the right one; empty if there is none. */
export function nearMiss(json: object, name: Name): string {
  if (Object.hasOwn(json, name)) return '';
  return Object.keys(json).find((key) => isShowable(key) && isMeantFor(key, name)) ?? '';
}
