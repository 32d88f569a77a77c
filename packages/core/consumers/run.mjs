// The package as its users get it: packed, installed in a project of its own, and used from every
// kind of module, compiler and bundler. `node packages/core/consumers/run.mjs`; the last line says
// how many cases passed and failed, and how many were skipped for want of what this machine lacks;
// with CI=true these count as failed.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

runOrExit(process.execPath, ['../../../scripts/with-pnpm.mjs', 'run', 'build']);
installTools();

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

/** Installs what the lock file names, unless that was done before. */
function installTools() {
  const lock = `${folder}package-lock.json`;
  const installedLock = `${folder}node_modules/installed-lock.json`;
  if (existsSync(installedLock) && readFileSync(installedLock).equals(readFileSync(lock))) return;
  console.log('Installing the tools: 300 MB, once.');
  runOrExit('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  copyFileSync(lock, installedLock);
}

/** Runs a command whose output is of interest only if it fails. */
function runOrExit(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 100_000_000,
    timeout: 600_000,
    // On Windows npm is a batch file, which Node.js starts in a shell alone.
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}
