// Whether a token costs in proportion to its payload, and what the first token of a process costs:
// `npm run bench:linear`.
import { createIssuer, createVerifier } from '@token04/core';
import { execa } from 'execa';
import { timeRound } from './clock.mjs';
import { median } from './medians.mjs';

const STEP_BYTES = 5000;
const MAX_BYTES = 60_000;
const ROUNDS = 7;
const STARTS = 21;

const serverSecret = 'fa94dd0f974cf2e293728a526b028271';

for (const mode of ['cbc', 'gcm']) {
  const issuer = createIssuer({ appId: 1, serverSecret, mode });
  const verifier = createVerifier({ serverSecret });
  const sizes = Array.from({ length: MAX_BYTES / STEP_BYTES + 1 }, (_, i) => i * STEP_BYTES);
  const requests = sizes.map((bytes) => ({
    userId: 'demo',
    effectiveTimeInSeconds: 3600,
    payload: 'x'.repeat(bytes),
  }));
  const tokens = requests.map((request) => issuer.issue(request));
  await fitLine(`${mode} issue`, sizes, (i) => issuer.issue(requests[i]));
  await fitLine(`${mode} verify`, sizes, (i) => verifier.verify(tokens[i]));
}
await coldStart();

/** The least squares of time over size, of the medians of interleaved rounds. */
async function fitLine(name, sizes, call) {
  const times = sizes.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const i of sizes.keys()) times[i].push(await timeRound(() => call(i)));
  }
  const ns = times.map(median);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = (a, b) => mean(a.map((x, i) => (x - mean(a)) * (b[i] - mean(b))));
  const slope = covariance(sizes, ns) / covariance(sizes, sizes);
  const r2 = covariance(sizes, ns) ** 2 / (covariance(sizes, sizes) * covariance(ns, ns));
  const start = mean(ns) - slope * mean(sizes);
  console.log(
    `${name}, 0 to ${MAX_BYTES} bytes: ${(start / 1000).toFixed(2)} µs + ` +
      `${slope.toFixed(3)} ns per byte, R² ${r2.toFixed(4)}`,
  );
}

async function coldStart() {
  const programs = {
    'an empty script': '',
    'the first token': `
      import { generateToken04 } from '@token04/core';
      generateToken04(1, 'demo', '${serverSecret}', 3600, '');
    `,
  };
  const times = {};
  for (const name of Object.keys(programs)) times[name] = [];
  for (let i = 0; i < STARTS; i++) {
    for (const [name, program] of Object.entries(programs)) {
      const start = performance.now();
      await execa(process.execPath, ['--input-type=module', '--eval', program], {
        cwd: import.meta.dirname,
      });
      times[name].push(performance.now() - start);
    }
  }
  const [empty, first] = Object.values(times).map(median);
  console.log(
    `a process with ${Object.keys(programs).join(', or with ')}: ` +
      `${empty.toFixed(1)} ms, ${first.toFixed(1)} ms; over it ${(first - empty).toFixed(1)} ms`,
  );
}
