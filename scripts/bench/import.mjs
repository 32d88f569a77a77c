// What importing @token04/core costs, over importing an empty module: the medians of alternate runs
// of new processes, as a first import happens once in each. Needs the build. No part of the tests,
// since a busy machine measures itself.
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { median } from './medians.mjs';

const RUNS = 41;
const BUDGET_MS = 5;

const times = await inTemporaryFolder(async (folder) => {
  const emptyModule = join(folder, 'empty.mjs');
  await writeFile(emptyModule, '');
  return measure({
    'an empty module': pathToFileURL(emptyModule),
    '@token04/core': new URL('../../packages/core/dist/index.mjs', import.meta.url),
    '@token04/core/web': new URL('../../packages/core/dist/web.mjs', import.meta.url),
  });
});

const empty = median(times['an empty module']);
for (const [name, all] of Object.entries(times)) {
  const cost = median(all);
  console.log(`${name.padEnd(18)} ${cost.toFixed(2)} ms, ${(cost - empty).toFixed(2)} ms over it`);
}
const cost = median(times['@token04/core']) - empty;
console.log(`budget ${BUDGET_MS} ms: ${cost <= BUDGET_MS ? 'kept' : 'EXCEEDED'}`);
process.exitCode = cost <= BUDGET_MS ? 0 : 1;

function measure(modules) {
  const found = Object.fromEntries(Object.keys(modules).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, url] of Object.entries(modules)) found[name].push(importTime(url));
  }
  return found;
}

/** In milliseconds, measured within a new process. */
function importTime(url) {
  const program = `const t = performance.now(); await import(${JSON.stringify(url.href)}); console.log(performance.now() - t);`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { encoding: 'utf8', timeout: 10_000 },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
