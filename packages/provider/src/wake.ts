/**
 * Calls back when the page is shown again and when the network is back, where there is such a
 * thing. Returns what ends it.
 */
export function watchDevice(onShown: () => void, onOnline: () => void): () => void {
  // Neither exists in Node.js; React Native has a part of either.
  const page: Partial<Document> | undefined = globalThis.document;
  const device: Partial<typeof globalThis> = globalThis;
  page?.addEventListener?.('visibilitychange', onShown);
  device.addEventListener?.('online', onOnline);
  return () => {
    page?.removeEventListener?.('visibilitychange', onShown);
    device.removeEventListener?.('online', onOnline);
  };
}
