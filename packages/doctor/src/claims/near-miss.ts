/** What people call the fields and the keys of a payload, plainly written: patterns. */
const NEAR_MISSES = {
  app_id: 'app(?:lication)?(?:id)?',
  user_id: 'user(?:id)?|uid|account|identity',
  nonce: 'nonce(?:str)?|rand(?:om)?',
  ctime: 'created?(?:at|time)|iat|c?time(?:stamp)?',
  expire: 'exp(?:ire[ds]?|iration)?(?:at|time|ts)?|ttl|effectivetimeinseconds',
  payload: 'payloads',
  room_id: 'room(?:ids?)?',
  privilege: 'priviled?ge?s?|permissions?|rights',
  stream_id_list: 'stream(?:ids?|s)?(?:list)?',
} as const;

/** What may be written under another name. */
export type Name = keyof typeof NEAR_MISSES;

/** Whether a key is one of token04's. */
export function isName(key: string): boolean {
  return Object.hasOwn(NEAR_MISSES, key);
}

/** Whether a key that is shown gives nothing away. */
export function isShowable(key: string): boolean {
  return /^\w{1,24}$/.test(key);
}

/** The key that was written in place of the right one; empty if there is none. */
export function nearMiss(json: object, name: Name): string {
  if (Object.hasOwn(json, name)) return '';
  const pattern = new RegExp(`^(?:${NEAR_MISSES[name]})$`, 'i');
  const keys = Object.keys(json).filter(isShowable);
  return keys.find((key) => pattern.test(key.replaceAll('_', ''))) ?? '';
}
