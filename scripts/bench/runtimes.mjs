// How many times as long the plain way (plain.mjs) takes as ours, in every runtime:
// `npm run bench:runtimes`. Prints a table in Markdown; exits 1 where a goal is missed.
// docs/performance.md tells the method.
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../lib/own-folder.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const RUNS = 3;
/** In milliseconds, for one run, which takes a tenth of it. */
const TIMEOUT = 300_000;

/** What each operation has to reach: in every runtime, and in Node.js alone. */
const GOALS = {
  issue: { every: 1.7, node: 2.3 },
  issueMany: { every: 2.3, node: 4 },
  'GCM issue': { every: 1.2 },
  verify: { every: 1.1 },
  'GCM verify': { every: 0.85 },
};

const titles = Object.keys(GOALS);

prepareFolder(here('../../packages/core/runtimes'), 'Installing the runtimes: a gigabyte, once.', [
  '--no-bin-links',
]);

// Only now are there dependencies to import.
const { execa } = await import('execa');
const { bun, deno, environment, nodes, slowNode24 } = await import(
  '../../packages/core/runtimes/src/command-lines.mjs'
);

console.log(
  `${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(2)}, ` +
    `${new Date().toISOString()}, medians of ${RUNS} runs\n`,
);

let missed = 0;
console.log(row(['plain ÷ ours', ...titles]));
console.log(`|:--|${'--:|'.repeat(titles.length)}`);
console.log(row(['goal', ...titles.map(goalText)]));
for (const runtime of [...nodes, slowNode24, deno, bun]) {
  if (runtime.executable === undefined) {
    console.log(row([`${runtime.name}: SKIPPED, not found on this machine`]));
    if (process.env.CI) missed++;
    continue;
  }
  // At once, as all of it takes minutes.
  console.log(row(await measure(runtime)));
}

console.log(missed === 0 ? '\nall goals reached' : `\n${missed} missed (in bold)`);
process.exitCode = missed === 0 ? 0 : 1;

/** The row of a runtime: for each operation the median of the runs' ratios. */
async function measure({ name, executable, args }) {
  const options = { env: environment, stdin: 'ignore', timeout: TIMEOUT };
  const { stdout } = await execa(executable, ['--version'], options);
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const { stdout } = await execa(executable, args(here('in-runtime.mjs')), options);
    runs.push(JSON.parse(stdout));
  }
  const cells = titles.map((title) => {
    const ratios = runs.map((figures) => figures[title].ratio).sort((a, b) => a - b);
    const ratio = ratios[RUNS >> 1];
    const { every, node = every } = GOALS[title];
    // Not rounded up, so that what is just missed does not look reached.
    const text = (Math.floor(ratio * 100) / 100).toFixed(2);
    if (ratio >= (name.startsWith('Node.js') ? node : every)) return text;
    missed++;
    return `**${text}**`;
  });
  return [`${name.replace(/ [\d.]+$/, '')} ${/\d[\w.-]*/.exec(stdout)[0]}`, ...cells];
}

function goalText(title) {
  const { every, node } = GOALS[title];
  return node === undefined ? `≥ ${every}` : `≥ ${every} (Node.js ≥ ${node})`;
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}
