import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '@token04/test-kit/until';
import { newApp } from '../lib/app.mjs';
import { keepAsking } from '../lib/callers.mjs';
import { startRedis } from '../lib/redis.mjs';
import { READY_SERVER, start } from '../lib/start.mjs';
import { newTally } from '../lib/tally.mjs';
import { wholeAnswer } from '../lib/whole-answer.mjs';

const STAY = 1500;
/** Within which a process is to limit by itself. */
const LIMIT = 1000;
/** Within which the server is to say how Redis stands. */
const KNOW_LIMIT = 10_000;

/**
 * Redis hangs, then goes on, then is killed and started again, all under load: everybody is served,
 * and nobody waits for longer than a second.
 */
export async function redisGone() {
  const app = newApp();
  const jwts = await app.jwts(20, 3600);
  const tally = newTally(wholeAnswer(app.serverSecret));
  let longest = 0;
  let redis = await startRedis();
  const server = await start(READY_SERVER, { env: { ...app.env, REDIS_URL: redis.url } });
  const asking = keepAsking({ url: server.url, jwts, callers: 4 }, (outcome, jwt) => {
    longest = Math.max(longest, outcome.milliseconds ?? 0);
    tally.hear(outcome, jwt);
  });
  const known = (word) => until(async () => (await redisWord(server.url)) === word, KNOW_LIMIT);
  try {
    await known('counting');
    await sleep(STAY);
    redis.kill('SIGSTOP');
    await known('not counting');
    await sleep(STAY);
    redis.kill('SIGCONT');
    await known('counting');
    await sleep(STAY);
    await redis.end();
    await known('not counting');
    await sleep(STAY);
    redis = await startRedis({ port: redis.port });
    await known('counting');
    await sleep(STAY);
  } finally {
    await asking.stop();
    await server.end();
    await redis.end();
  }
  tally.assertSound();
  tally.assertConnected();
  assert.ok(longest < LIMIT, `an answer took ${longest.toFixed(0)} ms`);
  return `hung for ${STAY} ms, killed and started again; nobody waited for longer than ${longest.toFixed(0)} ms; ${tally.summary()}`;
}

async function redisWord(url) {
  const { redis } = await (await fetch(`${url}/readyz`)).json();
  return redis;
}
