export const REDIS_URL = 'a URL such as redis://127.0.0.1:6379 (rediss: for TLS)';

export function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, username, password, search, hash } = new URL(text);
  if (!/^rediss?:$/.test(protocol) || hostname === '' || search !== '' || hash !== '') return false;
  try {
    decodeURIComponent(`${username}${password}`);
  } catch {
    return false;
  }
  // The path is the number of a database.
  return /^\/?\d*$/.test(pathname);
}
