// Several instances behind HAProxy, with Redis, while one of them is killed and another started again
// with a new secret: `node load/many.mjs [--seconds 20]` in packages/server, after a build. Exit 1
// where a request failed, a user got more than the limit, or a token does not verify.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createVerifier } from '@token04/core';
import { freePort } from '@token04/test-kit/ports';
import { Tally } from '@token04/test-kit/tally';
import { decodeJwt } from 'jose';
import { newApp, newServerSecret } from './lib/app.mjs';
import { keepAsking } from './lib/callers.mjs';
import { machine } from './lib/machine.mjs';
import { countOptions } from './lib/options.mjs';
import { startProxy } from './lib/proxy.mjs';
import { startRedis } from './lib/redis.mjs';
import { READY_SERVER, start } from './lib/start.mjs';
import { newTally } from './lib/tally.mjs';
import { wholeAnswer } from './lib/whole-answer.mjs';

const INSTANCES = 3;
/** Of each user, in a minute. */
const LIMIT = 5;
/** Of each user, one after another and within moments, so that users who are new come all the time. */
const REQUESTS = 7;
const CALLERS = 8;
/** In milliseconds, of each caller, after each answer. */
const PAUSE = 20;
/** In seconds, until an instance that was started again is given requests. */
const START_LIMIT = 20;

const { seconds } = countOptions({ seconds: 20 });

const { serverSecret: first, env, jwts: sign } = newApp();
const second = newServerSecret();
const verifiers = {
  first: createVerifier({ serverSecret: first }),
  second: createVerifier({ serverSecret: second }),
};
/** So many that none comes twice: more than the callers can ask for. */
const users = Math.ceil(((seconds + 2 * START_LIMIT) * CALLERS * 1000) / PAUSE / REQUESTS);
const jwts = (await sign(users, 3600)).flatMap((jwt) =>
  Array.from({ length: REQUESTS }, () => jwt),
);

const bySecret = { first: 0, second: 0 };
/** How many tokens each user got. */
const tokens = new Map();
const check = wholeAnswer([first, second]);
const tally = newTally((answer, jwt) => {
  check(answer, jwt);
  const { sub } = decodeJwt(jwt);
  tokens.set(sub, (tokens.get(sub) ?? 0) + 1);
  bySecret[madeWith(JSON.parse(answer.body).token)]++;
});

const redis = await startRedis();
const settings = { ...env, REQUESTS_PER_MINUTE: String(LIMIT), REDIS_URL: redis.url };
const ports = await Promise.all(Array.from({ length: INSTANCES }, freePort));
const startInstance = (i, serverSecret) =>
  start(READY_SERVER, { env: { ...settings, ZEGO_SERVER_SECRET: serverSecret }, port: ports[i] });
const instances = await Promise.all(ports.map((_, i) => startInstance(i, first)));
const proxy = await startProxy(ports);

console.log(`${machine()}\n`);
const asking = keepAsking({ url: proxy.url, jwts, callers: CALLERS, pause: PAUSE }, tally.hear);
try {
  await sleep((seconds * 1000) / 4);
  await instances[0].end('SIGKILL');
  await sleep((seconds * 1000) / 4);
  instances[0] = await startInstance(0, first);
  await sleep((seconds * 1000) / 4);
  assert.equal(await instances[1].end('SIGTERM'), 0);
  instances[1] = await startInstance(1, second);
  const patience = AbortSignal.timeout(START_LIMIT * 1000);
  while (bySecret.second === 0 && !patience.aborted) await sleep(20);
  await sleep((seconds * 1000) / 4);
} finally {
  await asking.stop();
  await Promise.all(instances.map((instance) => instance.end()));
  await proxy.end();
  await redis.end();
}

const total = new Tally();
for (const [name, verify] of Object.entries({
  'no request failed, and every answer was a whole token or 429': () => {
    tally.assertSound('rate-limited');
    tally.assertConnected();
  },
  'no user got more than the limit': () => {
    const most = Math.max(...tokens.values());
    assert.ok(most <= LIMIT, `a user got ${most} tokens`);
  },
  'the limit was reached': () => {
    assert.ok(tally.problems['rate-limited'] > 0, 'nobody was refused');
    assert.ok([...tokens.values()].includes(LIMIT), 'nobody got as many as the limit says');
  },
  'tokens of both secrets verify': () => {
    for (const [name, count] of Object.entries(bySecret))
      assert.ok(count > 0, `none of the ${name}`);
  },
})) {
  await total.run(name, verify);
}
console.log(
  `${INSTANCES} instances, ${tokens.size} users, ${tally.summary()}, ${tally.problems['rate-limited'] ?? 0} times 429; ${bySecret.first} tokens of the first secret, ${bySecret.second} of the second`,
);
total.close();

function madeWith(token) {
  const names = Object.keys(verifiers);
  return names.find((name) => {
    try {
      verifiers[name].verify(token);
      return true;
    } catch {
      return false;
    }
  });
}
