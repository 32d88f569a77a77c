// The suites of core, doctor and provider in every runtime, and the server's in each Node.js:
// `node packages/core/runtimes/run.mjs`. The last line says how many cases passed and failed, and how
// many runs were skipped for want of their runtime; with CI=true these count as failed.
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../../../scripts/lib/own-folder.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

// Without links, as every package is called by the path of its executable: three of them would put
// a `node` into `.bin`.
prepareFolder(folder, 'Installing the runtimes: a gigabyte, once.', ['--no-bin-links']);

// Only now are there dependencies, and a build, to import.
const { Tally } = await import('../../test-kit/dist/tally.mjs');
const { bundleSuites } = await import('./src/bundle.mjs');
const { readReport } = await import('./src/report.mjs');
const { runtimes, snapshots } = await import('./src/runtimes.mjs');

await bundleSuites();

const total = new Tally();
const table = {};
for (const runtime of [...runtimes, ...snapshots]) {
  for (const entry of runtime.entries) {
    const { title, ...counts } = await runOne(runtime, entry);
    table[title] = counts;
    total.add(counts);
  }
}

console.table(table);
total.close();

function whatRan(entry) {
  const titles = { node: "core's .", web: "core's ./web", snapshot: 'startup snapshot' };
  return titles[entry] ?? entry;
}

/**
 * Runs the suite once and says how it went.
 *
 * @returns `{ title, passed, failed, skipped }`. A run that breaks is one failure.
 */
async function runOne({ name, executable, run }, entry) {
  if (executable === undefined) {
    const title = `${name}, ${whatRan(entry)}`;
    const missing = { title, passed: 0, failed: 0, skipped: 0 };
    if (process.env.CI) {
      console.log(`✗ ${title}: FAILED, not found on this machine`);
      return { ...missing, failed: 1 };
    }
    console.log(`- ${title}: SKIPPED, not found on this machine`);
    return { ...missing, skipped: 1 };
  }

  try {
    const { version, output } = await run(executable, entry);
    const { passed, failures } = readReport(output);
    const failed = failures.length;
    const title = `${name} (${version}), ${whatRan(entry)}`;
    console.log(`${failed === 0 ? '✓' : '✗'} ${title}: ${passed} passed, ${failed} failed`);
    for (const { name, message } of failures) console.log(`    ${name}\n        ${message}`);
    return { title, passed, failed, skipped: 0 };
  } catch (error) {
    const title = `${name}, ${whatRan(entry)}`;
    console.log(`✗ ${title}: FAILED, ${error.message}`);
    return { title, passed: 0, failed: 1, skipped: 0 };
  }
}
