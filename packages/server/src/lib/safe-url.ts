/** What {@link isSafeUrl} holds of, in words. */
export const SAFE_URL = 'an https URL (http: only for this machine)';

/** Keys over plain HTTP would let anyone on the way put keys of his own in. */
export function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
  );
}
