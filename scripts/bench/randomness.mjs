// The long look at memory and randomness, about two minutes: the memory over ten million tokens,
// then a million tokens of one issuer and of each of four threads at once, looked at in the way of
// packages/core/test/long/randomness.test.ts. Exit status 1 if anything is not as it should be.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createIssuer } from '@token04/core';
import { IvStatistics } from '@token04/test-kit/iv-statistics';

const TOKENS = 1_000_000;
const THREADS = 4;
const MILLIONS = 10;
/** What the engine's heap may still grow by once it has found its size. */
const MAX_GROWTH_BYTES = 32 * 2 ** 20;

const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
const request = { userId: 'demo', effectiveTimeInSeconds: 3600, payload: '' };

if (isMainThread) {
  // First, while nothing else has filled the memory.
  watchMemory();
  for (const mode of ['cbc', 'gcm']) {
    report(mode, 'one issuer', [collect(mode)]);
    const threads = Array.from({ length: THREADS }, () => inThread(mode));
    report(mode, `${THREADS} threads`, await Promise.all(threads));
  }
} else {
  parentPort.postMessage(collect(workerData.mode));
}

function collect(mode) {
  const issuer = createIssuer({ appId: 1, serverSecret, mode });
  const statistics = new IvStatistics();
  for (let i = 0; i < TOKENS; i++) {
    statistics.add(issuer.issue(request), Math.floor(performance.now() * 1000));
  }
  return { sequences: statistics.judge(), ivs: [...statistics.ivs].join('') };
}

function inThread(mode) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { mode } });
    worker.on('message', resolve).on('error', reject);
  });
}

function report(mode, who, collected) {
  const ivBytes = { cbc: 16, gcm: 12 }[mode];
  const seen = new Set();
  for (const { ivs } of collected) {
    for (let i = 0; i < ivs.length; i += ivBytes) seen.add(ivs.slice(i, i + ivBytes));
  }
  const tokens = TOKENS * collected.length;
  const sequences = collected.flatMap((one) => one.sequences);
  const unsound = sequences.filter(({ sound }) => !sound).map(({ name }) => name);
  const largest = (figure) => Math.max(...sequences.map((sequence) => sequence[figure]));
  say(
    seen.size === tokens && unsound.length === 0,
    `${mode}, ${who}: ${tokens} tokens, ${tokens - seen.size} IVs repeated, ` +
      `${sequences.length} sequences of ${ivBytes * 8} bits, deviations up to ` +
      `${largest('largest').toFixed(2)}, chi-squares up to ${largest('chiSquare').toFixed(1)}, ` +
      `unsound: ${unsound.join('; ') || 'none'}`,
  );
}

function watchMemory() {
  const issuer = createIssuer({ appId: 1, serverSecret });
  const requests = Array(1000).fill(request);
  const rss = [];
  for (let million = 1; million <= MILLIONS; million++) {
    for (let i = 0; i < TOKENS / 2; i++) issuer.issue(request);
    for (let i = 0; i < TOKENS / 2; i += requests.length) issuer.issueMany(requests);
    const memory = process.memoryUsage();
    rss.push(memory.rss);
    console.log(
      `${million} million tokens: RSS ${megabytes(memory.rss)}, heap ${megabytes(memory.heapUsed)}`,
    );
  }
  const growth = rss.at(-1) - rss[1];
  say(growth <= MAX_GROWTH_BYTES, `RSS grew by ${megabytes(growth)} after the second million`);
}

function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function say(sound, line) {
  console.log(`${sound ? 'ok' : 'FAILED'}: ${line}`);
  if (!sound) process.exitCode = 1;
}
