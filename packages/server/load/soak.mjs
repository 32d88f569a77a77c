// Whether the ready server stays as it is under load: `node load/soak.mjs [--seconds 60]` in
// packages/server, after a build. Exit 1 where an answer was not as it should be, or where the heap
// after a garbage collection has grown by more than a tenth from the start to the end.
import { setTimeout as sleep } from 'node:timers/promises';
import { markdownTable } from 'markdown-table';
import { newApp, WISH } from './lib/app.mjs';
import { machine } from './lib/machine.mjs';
import { countOptions } from './lib/options.mjs';
import { CONNECTIONS, pressure, tokenRequests } from './lib/pressure.mjs';
import { READY_SERVER, start } from './lib/start.mjs';
import { tokenCheck } from './lib/token-check.mjs';

/** Each of them is counted by the rate limit. */
const USERS = 1000;
/** Until all is compiled, and every user has been seen. */
const WARM_UP_SECONDS = 10;
/** Until the connections of the load are gone. */
const SETTLE_MILLISECONDS = 1000;
const MAX_GROWTH = 0.1;

const { seconds } = countOptions({ seconds: 60 });

const app = newApp();
const requests = tokenRequests(await app.jwts(USERS, 3600), WISH);
const server = await start(READY_SERVER, { env: app.env });
const run = (duration) =>
  pressure({ url: server.url, requests, seconds: duration, isGood: tokenCheck(app) });

const samples = [];
const halves = [];
const sample = async () => {
  await sleep(SETTLE_MILLISECONDS);
  samples.push(await server.memory());
};
try {
  await run(WARM_UP_SECONDS);
  await sample();
  for (const half of [Math.ceil(seconds / 2), Math.floor(seconds / 2)]) {
    if (half > 0) halves.push(await run(half));
    await sample();
  }
} finally {
  await server.end();
}

const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
const table = markdownTable(
  [
    ['', 'heap after a collection, MB', 'RSS, MB'],
    ...['start', 'middle', 'end'].map((name, i) => [
      name,
      megabytes(samples[i].heap),
      megabytes(samples[i].rss),
    ]),
  ],
  { align: ['l', 'r', 'r'] },
);
const answers = halves.reduce((sum, half) => sum + half.answers, 0);
const failures = halves.reduce((sum, half) => sum + half.failures, 0);
const growth = samples.at(-1).heap / samples[0].heap - 1;
const percent = (share) => `${(share * 100).toFixed(1)} %`;

console.log(
  `${machine()}; ${USERS} users on ${CONNECTIONS} connections, ${seconds} s after ${WARM_UP_SECONDS} s of warming up\n\n${table}\n`,
);
console.log(
  `${answers} answers, ${failures} failures, p99 ${Math.max(...halves.map(({ p99 }) => p99)).toFixed(1)} ms`,
);
console.log(`heap: ${percent(growth)} of growth, ${percent(MAX_GROWTH)} allowed`);
process.exitCode = failures === 0 && growth <= MAX_GROWTH ? 0 : 1;
