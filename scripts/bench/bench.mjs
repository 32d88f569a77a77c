// How long tokens take, as ratios of one run: `npm run bench`, or with `-- --chart FILE` to draw the
// medians too. docs/performance.md tells the method. Nothing is asserted: a clock on a shared
// machine proves nothing; packages/core/test/long/allocations.test.ts is what fails.
import { writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { roomPayload } from '@token04/core';
import { barChart } from './chart.mjs';
import { judge } from './goals.mjs';
import { limitParts } from './limit.mjs';
import { median, medianRatio } from './medians.mjs';
import { openOfficial } from './official.mjs';
import { contendersHere } from './ours.mjs';
import { shuffled } from './shuffled.mjs';

const ROUNDS = 11;
const READERS = /^(verify|decode|read)/;
const common = { appId: 1, serverSecret: 'fa94dd0f974cf2e293728a526b028271' };

const { values: options } = parseArgs({ options: { chart: { type: 'string' } } });

const privilege = roomPayload({ roomId: 'demo', login: true, publish: false });
const requests = {
  'basic payload (empty)': ['demo', ''],
  'privilege payload': ['demo', privilege],
  'the same, Chinese user ID': ['用户一号', privilege],
  '100 bytes': ['demo', 'x'.repeat(100)],
  '1,000 bytes': ['demo', 'x'.repeat(1000)],
  '30,000 bytes': ['demo', 'x'.repeat(30_000)],
};

console.log(
  `Node.js ${process.versions.node}, OpenSSL ${process.versions.openssl}, ${arch()}, ` +
    `${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(2)}, ` +
    `${new Date().toISOString()}, medians of ${ROUNDS} rounds`,
);

const official = await openOfficial();
const figures = { cbc: {}, gcm: {} };
try {
  for (const [mode, scenarios] of Object.entries(figures)) {
    for (const [title, [userId, payload]] of Object.entries(requests)) {
      const request = { userId, effectiveTimeInSeconds: 3600, payload };
      scenarios[title] = await measure({ ...common, mode, request });
    }
    console.log(`\n### ${mode.toUpperCase()}\n\n${table(scenarios)}`);
  }
} finally {
  await official.close();
}

console.log(`\n### Goals\n\n${judge(figures, 'privilege payload').join('\n')}`);
if (options.chart !== undefined) await writeFile(options.chart, chart());

/** @returns the ns per token of each contender in each round */
async function measure(scenario) {
  const contenders = {
    ...contendersHere(scenario),
    ...limitParts(scenario),
    ...official.contenders(scenario),
  };
  // Unmeasured: the optimising compiler is at work.
  for (const { round } of Object.values(contenders)) await round();

  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let i = 0; i < ROUNDS; i++) {
    for (const [name, { round }] of shuffled(Object.entries(contenders))) {
      times[name].push(await round());
    }
  }
  const parts = Object.entries(times).filter(([name]) => name.startsWith('limit: '));
  const sum = (round) => parts.reduce((total, [, ns]) => total + ns[round], 0);
  return { ...times, limit: Array.from({ length: ROUNDS }, (_, round) => sum(round)) };
}

/** µs per token, and how many times as long as ours: a maker as `issue`, a reader as `verify`. */
function table(figuresOfMode) {
  const scenarios = Object.values(figuresOfMode);
  const rows = Object.keys(scenarios[0]).map((name) => {
    const cells = scenarios.map((times) => {
      const ours = times[READERS.test(name) ? 'verify' : 'issue'];
      const ratio = medianRatio(times[name], ours);
      return `${(median(times[name]) / 1000).toFixed(2)} (${ratio.toFixed(2)}×)`;
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  const titles = Object.keys(figuresOfMode);
  return [`| | ${titles.join(' | ')} |`, `|---${'|--:'.repeat(titles.length)}|`, ...rows].join(
    '\n',
  );
}

function chart() {
  return barChart(
    'µs per token, privilege payload',
    Object.entries(figures).map(([mode, medians]) => ({
      title: mode.toUpperCase(),
      bars: Object.entries(medians['privilege payload'])
        .filter(([name]) => !name.includes('WebCrypto') && !name.startsWith('limit: '))
        .map(([label, times]) => ({ label, value: median(times) / 1000 })),
    })),
  );
}
