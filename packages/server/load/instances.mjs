// What Redis, a proxy and a second instance cost: `node load/instances.mjs [--seconds 5] [--rounds 5]`
// in packages/server, after a build. All run on this machine and are asked in turn, round after round,
// so that a slow moment meets all alike; medians are printed. Exit 1 where an answer was not as it
// should be, or a ratio not as good as it has to be.
import { markdownTable } from 'markdown-table';
import { newApp, WISH } from './lib/app.mjs';
import { machine } from './lib/machine.mjs';
import { countOptions } from './lib/options.mjs';
import { CONNECTIONS, pressure, tokenRequests } from './lib/pressure.mjs';
import { startProxy } from './lib/proxy.mjs';
import { startRedis } from './lib/redis.mjs';
import { processorTimeOf } from './lib/service.mjs';
import { READY_SERVER, start } from './lib/start.mjs';
import { median, medianOf } from './lib/statistics.mjs';
import { tokenCheck } from './lib/token-check.mjs';

const USERS = 100;
/** Of each instance, until all is compiled. */
const WARM_UP_SECONDS = 5;

const [PLAIN, REDIS, ONE, TWO, TWO_HALF_BUSY] = [
  'one instance, limits in its memory',
  'one instance, limits in Redis',
  'one instance behind HAProxy, limits in Redis',
  'two instances behind HAProxy, limits in Redis, twice as many connections',
  'two instances behind HAProxy, limits in Redis',
];

const { seconds, rounds } = countOptions({ seconds: 5, rounds: 5 });

const app = newApp();
const requests = tokenRequests(await app.jwts(USERS, 3600), WISH);
const services = [];
const started = async (starting) => {
  const service = await starting;
  services.push(service);
  return service;
};

const figures = Object.fromEntries(
  [PLAIN, REDIS, ONE, TWO, TWO_HALF_BUSY].map((name) => [name, []]),
);
try {
  const redis = await started(startRedis());
  const plain = await started(start(READY_SERVER, { env: app.env }));
  const withRedis = { env: { ...app.env, REDIS_URL: redis.url } };
  const [first, second] = [
    await started(start(READY_SERVER, withRedis)),
    await started(start(READY_SERVER, withRedis)),
  ];
  const beforeOne = await started(startProxy([first.port]));
  const beforeTwo = await started(startProxy([first.port, second.port]));
  const twoInstances = { url: beforeTwo.url, instances: [first, second], redis, proxy: beforeTwo };
  const contenders = {
    [PLAIN]: { url: plain.url, instances: [plain] },
    [REDIS]: { url: first.url, instances: [first], redis },
    [ONE]: { url: beforeOne.url, instances: [first], redis, proxy: beforeOne },
    // Each of the two then has the load of the one before: what grows is the number of machines.
    [TWO]: { ...twoInstances, connections: 2 * CONNECTIONS },
    [TWO_HALF_BUSY]: twoInstances,
  };
  for (const instance of [plain, first, second]) {
    await measure({ url: instance.url, instances: [instance] }, WARM_UP_SECONDS);
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      figures[name].push(await measure(contender, seconds));
    }
  }
} finally {
  await Promise.all(services.map((service) => service.end()));
}

console.log(
  `${machine()}; ${CONNECTIONS} connections, medians of ${rounds} rounds of ${seconds} s\n\n${table()}\n`,
);
const failures = Object.values(figures)
  .flat()
  .reduce((sum, round) => sum + round.failures, 0);
console.log(`${failures} failures`);
const goals = [
  say(
    'requests/s with Redis to without',
    REDIS,
    PLAIN,
    'perSecond',
    (ratio) => ratio >= 0.7,
    '0.7 at least',
  ),
  say(
    'processor time of two instances to one',
    TWO,
    ONE,
    'instances',
    (ratio) => ratio <= 1.15,
    '1.15 at most',
  ),
];
process.exitCode = failures === 0 && goals.every(Boolean) ? 0 : 1;

/** With the processor time a request in microseconds: of the instances together, the proxy, Redis. */
async function measure({ url, instances, proxy, redis, connections }, duration) {
  const read = async () => ({
    instances: sum(await Promise.all(instances.map((instance) => instance.processorTime()))),
    proxy: proxy === undefined ? 0 : processorTimeOf(proxy.pid),
    redis: redis === undefined ? 0 : processorTimeOf(redis.pid),
  });
  const before = await read();
  const result = await pressure({
    url,
    requests,
    seconds: duration,
    isGood: tokenCheck(app),
    connections,
  });
  const after = await read();
  const each = (name) => (after[name] - before[name]) / result.answers;
  return { ...result, instances: each('instances'), proxy: each('proxy'), redis: each('redis') };
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function table() {
  const rows = Object.keys(figures).map((name) => [
    name,
    medianOf(figures[name], 'perSecond').toFixed(0),
    medianOf(figures[name], 'p50').toFixed(2),
    medianOf(figures[name], 'p99').toFixed(2),
    ...['instances', 'proxy', 'redis'].map((part) => medianOf(figures[name], part).toFixed(0)),
  ]);
  const head = [
    '',
    'requests/s',
    'p50, ms',
    'p99, ms',
    'instances, µs',
    'HAProxy, µs',
    'Redis, µs',
  ];
  return markdownTable([head, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r'] });
}

/** A ratio within each round, so that a slow round changes it little. */
function say(what, name, to, figure, isMet, goal) {
  const ratio = median(figures[name].map((round, i) => round[figure] / figures[to][i][figure]));
  const met = isMet(ratio);
  console.log(`${met ? 'ok' : 'FAILED'}: ${what}: ${ratio.toFixed(2)} (${goal})`);
  return met;
}
