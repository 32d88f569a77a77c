// The package as its users get it: packed, installed in a project of its own, and used from every
// kind of module, compiler and bundler. `node packages/core/consumers/run.mjs`; the last line says
// how many cases passed and failed, and how many were skipped for want of what this machine lacks;
// with CI=true these count as failed.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../../../scripts/lib/own-folder.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

prepareFolder(folder, 'Installing the tools: 300 MB, once.');

// Only now are there dependencies to import.
const { createProject } = await import('./src/project.mjs');
const suites = await Promise.all(
  ['modules', 'typescript', 'bundlers', 'kit-token'].map((name) => import(`./src/${name}.mjs`)),
);

const total = { passed: 0, failed: 0, skipped: 0 };
const project = await createProject();
try {
  for (const { cases } of suites) {
    for (const one of cases) total[await runCase(one)] += 1;
  }
} finally {
  await rm(project, { recursive: true });
}

const { passed, failed, skipped } = total;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);

/** Runs one case and says in a line how it went. */
async function runCase({ name, needs, run }) {
  if (needs !== undefined) {
    console.log(`${process.env.CI ? '✗' : '-'} ${name}: ${needs} is not found on this machine`);
    return process.env.CI ? 'failed' : 'skipped';
  }
  try {
    await run(project);
    console.log(`✓ ${name}`);
    return 'passed';
  } catch (error) {
    console.log(`✗ ${name}\n${error.message}`);
    return 'failed';
  }
}
