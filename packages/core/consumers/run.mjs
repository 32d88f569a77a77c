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
const { Tally } = await import('../../test-kit/dist/tally.mjs');
const { createProject } = await import('./src/project.mjs');
const suites = await Promise.all(
  ['modules', 'typescript', 'bundlers', 'kit-token'].map((name) => import(`./src/${name}.mjs`)),
);

const total = new Tally();
const project = await createProject();
try {
  for (const { cases } of suites) {
    for (const { name, needs, run } of cases) {
      if (needs === undefined) await total.run(name, () => run(project));
      else total.miss(name, needs);
    }
  }
} finally {
  await rm(project, { recursive: true });
}

total.close();
