// Requests per second of one process, and what of them the token costs: `node load/throughput.mjs
// [--seconds 10] [--rounds 3]` in packages/server, after a build. The servers run in processes of
// their own and are asked in turn, round after round, so that a slow moment meets all alike; medians
// are printed. Exit 1 where any answer was not as it should be.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable } from 'markdown-table';
import { newApp, WISH } from './lib/app.mjs';
import { machine } from './lib/machine.mjs';
import { countOptions } from './lib/options.mjs';
import { CONNECTIONS, pressure, tokenRequests } from './lib/pressure.mjs';
import { READY_SERVER, start } from './lib/start.mjs';
import { median, medianOf } from './lib/statistics.mjs';
import { tokenCheck } from './lib/token-check.mjs';

const USERS = 100;
const WARM_UP_SECONDS = 2;
const FIRST = 'createTokenHandler with JWTs';

const { seconds, rounds } = countOptions({ seconds: 10, rounds: 3 });

const app = newApp();
const jwts = await app.jwts(USERS, 3600);
const here = (name) => fileURLToPath(new URL(`servers/${name}`, import.meta.url));
const post = tokenRequests(jwts, WISH);
const get = jwts.map((jwt, i) => ({
  path: `/access_token?uid=user${i}`,
  headers: { Authorization: `Bearer ${jwt}` },
}));

const contenders = {
  [FIRST]: [here('handler.mjs'), ['jwt'], post],
  'token04-server (JWTs, rate limit, metrics, log to a file)': [READY_SERVER, [], post],
  'createTokenHandler without JWTs': [here('handler.mjs'), ['anyone'], post],
  'the same server, a constant answer': [here('constant.mjs'), [], post],
  'Express, official style, with JWTs': [here('express.mjs'), ['jwt'], get],
  'Express, official style, anyone': [here('express.mjs'), ['anyone'], get],
};

const folder = await mkdtemp(join(tmpdir(), 'token04-load-'));
const servers = {};
const figures = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
try {
  for (const [name, [file, args]] of Object.entries(contenders)) {
    const logFile = join(folder, `${Object.keys(servers).length}.log`);
    servers[name] = await start(file, { args, env: app.env, logFile });
  }
  for (const name of Object.keys(contenders)) await measure(name, WARM_UP_SECONDS);
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(contenders)) figures[name].push(await measure(name, seconds));
  }
} finally {
  await Promise.all(Object.values(servers).map((server) => server.end()));
  await rm(folder, { recursive: true });
}

console.log(
  `${machine()}; ${CONNECTIONS} connections, medians of ${rounds} rounds of ${seconds} s\n`,
);
console.log(table());
const total = (figure) =>
  Object.values(figures)
    .flat()
    .reduce((sum, round) => sum + round[figure], 0);
console.log(`\n${total('answers')} answers, ${total('failures')} failures`);
process.exitCode = total('failures') > 0 ? 1 : 0;

async function measure(name, duration) {
  const server = servers[name];
  const before = await server.processorTime();
  const result = await pressure({
    url: server.url,
    requests: contenders[name][2],
    seconds: duration,
    isGood: tokenCheck(app),
  });
  const microseconds = (await server.processorTime()) - before;
  return { ...result, processor: microseconds / result.answers };
}

function table() {
  const rows = Object.keys(contenders).map((name) => {
    const ratio = figures[name].map(
      ({ perSecond }, round) => perSecond / figures[FIRST][round].perSecond,
    );
    return [
      name,
      medianOf(figures[name], 'perSecond').toFixed(0),
      `${median(ratio).toFixed(2)}×`,
      medianOf(figures[name], 'p50').toFixed(2),
      medianOf(figures[name], 'p99').toFixed(2),
      medianOf(figures[name], 'processor').toFixed(0),
    ];
  });
  const head = [
    '',
    'requests/s',
    'to the first',
    'p50, ms',
    'p99, ms',
    'processor, µs per request',
  ];
  return markdownTable([head, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'r'] });
}
