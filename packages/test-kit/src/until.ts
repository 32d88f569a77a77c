import { setTimeout } from 'node:timers/promises';

/**
 * Waits until something is so.
 *
 * @param limit in milliseconds: so long that only a hang takes it
 * @throws Error (as a rejection) where it is not so by then
 */
export async function until(isSo: () => unknown, limit = 50_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not so after ${limit} ms: ${isSo}`);
    await setTimeout(20);
  }
}
