// What scripts/bench/runtimes.mjs runs in each runtime: prints, as JSON, how many times as long the
// plain way takes as ours. In processor time, that of all threads, as garbage is collected in others:
// the clock on the wall would count what else the machine does. Both are timed right after each other,
// since a shared machine runs at half its speed for seconds at a time.
import process from 'node:process';
import { createIssuer, createVerifier, roomPayload } from '../../packages/core/dist/index.mjs';
import { median, medianRatio } from './medians.mjs';
import { plainCodec } from './plain.mjs';
import { shuffled } from './shuffled.mjs';

const ROUNDS = 41;
/** Microseconds of processor time, at least, for one contender in one round. */
const ROUND = 10_000;
const BATCH = 1000;
/** To read, so that no reader sees the same one twice in a row. */
const TOKENS = 64;

const appId = 1;
const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
const payload = roomPayload({ roomId: 'demo', login: true, publish: false });
const request = { userId: 'demo', effectiveTimeInSeconds: 3600, payload };
const requests = Array(BATCH).fill(request);

const plain = plainCodec(serverSecret);
const verifier = createVerifier({ serverSecret });

/** `[ours, plain, tokens per call]` of each operation. */
const operations = {
  issue: issuing('cbc'),
  issueMany: batching(),
  'GCM issue': issuing('gcm'),
  verify: verifying('cbc'),
  'GCM verify': verifying('gcm'),
};

const races = Object.entries(operations).map(([name, [ours, plainly, tokens]]) => ({
  name,
  ours: { call: ours, calls: warmUp(ours), times: [] },
  plainly: { call: plainly, calls: warmUp(plainly), times: [] },
  tokens,
}));
for (let round = 0; round < ROUNDS; round++) {
  for (const { ours, plainly } of shuffled(races)) {
    for (const contender of shuffled([ours, plainly])) {
      contender.times.push(processorTime(contender) / contender.calls);
    }
  }
}

const figures = races.map(({ name, ours, plainly, tokens }) => {
  const ratio = medianRatio(plainly.times, ours.times);
  return [name, { ratio, microseconds: median(ours.times) / tokens }];
});
console.log(JSON.stringify(Object.fromEntries(figures)));

function issuing(mode) {
  const issuer = createIssuer({ appId, serverSecret, mode });
  const plainRequest = { appId, mode, ...request };
  return [() => issuer.issue(request), () => plain.issue(plainRequest), 1];
}

function batching() {
  const issuer = createIssuer({ appId, serverSecret });
  const plainRequests = Array(BATCH).fill({ appId, mode: 'cbc', ...request });
  return [() => issuer.issueMany(requests), () => plainRequests.map(plain.issue), BATCH];
}

function verifying(mode) {
  const tokens = createIssuer({ appId, serverSecret, mode }).issueMany(requests.slice(0, TOKENS));
  let index = 0;
  const next = () => tokens[index++ % TOKENS];
  return [() => verifier.verify(next()), () => plain.read(next()), 1];
}

/**
 * Until the optimising compiler has been at work.
 *
 * @returns how many calls then take a round
 */
function warmUp(call) {
  let calls = 1;
  for (let round = 0; round < 10; ) {
    const time = processorTime({ call, calls });
    if (time < ROUND) calls = Math.ceil(calls * Math.min(10, (1.2 * ROUND) / Math.max(time, 1)));
    else round++;
  }
  return calls;
}

/** In microseconds. */
function processorTime({ call, calls }) {
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i++) call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
