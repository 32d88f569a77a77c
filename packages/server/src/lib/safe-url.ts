/** What {@link isSafeUrl} holds of, in words. */
export const SAFE_URL = 'an https URL without a user (http: only for this machine)';

/**
 * Keys over plain HTTP would let anyone on the way put keys of his own in, and `fetch` takes no URL with a
 * user or a password.
 */
export function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
  );
}
