import autocannon from 'autocannon';
import { median, quantile } from './statistics.mjs';

/** Enough to keep a server of one process busy. */
export const CONNECTIONS = 10;

/**
 * Sends requests in turn, each connection the next as soon as it has its answer.
 *
 * @param {{ url: string, requests: object[], seconds: number, isGood: (body: string) => boolean, connections?: number }} load
 * @returns requests per second, latencies in milliseconds, and how many answers were not as they
 * should be: another status than 2xx, a body that is not good, none within 10 s, no connection, or
 * a connection that was closed instead
 */
export async function pressure({ url, requests, seconds, isGood, connections = CONNECTIONS }) {
  const latencies = [];
  const run = autocannon({
    url,
    requests,
    connections,
    duration: seconds,
    timeout: 10,
    verifyBody: isGood,
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  // `errors` are failed connections and requests without an answer in time.
  const { duration, errors, mismatches, non2xx, requests: sent } = await run;
  // autocannon connects again without a word where the server closes; at the end one request of
  // each connection is under way.
  const lost = Math.max(0, sent.sent - latencies.length - errors - connections);
  return {
    answers: latencies.length,
    perSecond: latencies.length / duration,
    p50: median(latencies),
    p99: quantile(latencies, 0.99),
    failures: errors + mismatches + non2xx + lost,
  };
}

/** For a server of ours: one request of each user. */
export function tokenRequests(jwts, body) {
  return jwts.map((jwt) => ({
    method: 'POST',
    path: '/token',
    headers: { Authorization: `Bearer ${jwt}`, 'Content-Type': 'application/json' },
    body,
  }));
}
