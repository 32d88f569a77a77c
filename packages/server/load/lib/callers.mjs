import { setTimeout as sleep } from 'node:timers/promises';
import { WISH } from './app.mjs';

/** Longer than any answer may take. */
const HANG = 10_000;

/**
 * What one request for a token came to: an answer that HTTP calls complete, or none, since there is
 * no server, the connection ended before the answer did, or it did not come in time.
 *
 * @returns {Promise<{ status: number, body: string, milliseconds: number } | 'refused' | 'cut off' | 'hang'>}
 */
export async function askForToken(url, jwt) {
  const start = performance.now();
  try {
    const response = await fetch(`${url}/token`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${jwt}`, 'Content-Type': 'application/json' },
      body: WISH,
      signal: AbortSignal.timeout(HANG),
    });
    const body = await response.text();
    return { status: response.status, body, milliseconds: performance.now() - start };
  } catch (error) {
    if (error.name === 'TimeoutError') return 'hang';
    // fetch says so of the network, with what happened as the cause.
    if (!(error instanceof TypeError) || error.cause === undefined) throw error;
    return error.cause.code === 'ECONNREFUSED' ? 'refused' : 'cut off';
  }
}

/**
 * Asks from several callers at once, each again as soon as it knows (or that many milliseconds
 * later), until it is stopped.
 *
 * @param {(outcome: Awaited<ReturnType<typeof askForToken>>, jwt: string) => void} hear
 */
export function keepAsking({ url, jwts, callers = 8, pause = 0 }, hear) {
  let stopped = false;
  let next = 0;
  const call = async () => {
    while (!stopped) {
      const jwt = jwts[next++ % jwts.length];
      const outcome = await askForToken(url, jwt);
      hear(outcome, jwt);
      if (outcome === 'refused') await sleep(10);
      if (pause > 0) await sleep(pause);
    }
  };
  const calls = Promise.all(Array.from({ length: callers }, call));
  return {
    async stop() {
      stopped = true;
      await calls;
    },
  };
}
