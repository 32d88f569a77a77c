// All checks of the repository, one after another: what `npm test` runs once everything is installed.
// One that fails stops no other, except that nothing is tested that could not be built. The last
// line says how many tests passed, failed and were skipped. A step that fails without a failed test,
// a linter's say, counts as one failure.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const root = fileURLToPath(new URL('..', import.meta.url));
const REPORT = join('reports', 'vitest.json');

// Without a terminal the log stays plain: biome colours a pipe too, and turbo has its tasks do so.
const onTerminal = process.stdout.isTTY === true;
const options = {
  cwd: root,
  env: onTerminal ? {} : { NO_COLOR: '1' },
  preferLocal: true,
  reject: false,
  // An hour, which only a hang takes: each test has a limit of its own.
  timeout: 3_600_000,
};
const $ = execa({ ...options, all: true });
const $visibly = execa({ ...options, stdout: 'inherit', stderr: 'inherit' });

const total = { passed: 0, failed: 0, skipped: 0 };

await step('biome', () => $`biome ci --colors=${onTerminal ? 'force' : 'off'} .`);
await step('sherif', () => $`sherif`);
await step('knip', () => $`knip --no-progress`);
if (await step('build', () => $`turbo run build --ui=stream --output-logs=errors-only`)) {
  await step(
    'types',
    () => $`turbo run typecheck --ui=stream --output-logs=errors-only --continue`,
  );
  await step(
    'tests of the packages',
    // As many at once as there are cores: more would only make each slower, up to its limit of time.
    () => $visibly`turbo run test --ui=stream --continue --concurrency=100%`,
    await foldersWithTests(),
  );
  if (await hasScriptTests()) {
    await step(
      'tests of the scripts',
      () => $visibly`vitest run --reporter=default --reporter=json --outputFile.json=${REPORT}`,
      ['.'],
    );
  }
  await step('publint, attw', () => $`node scripts/check-packages.mjs`);
  await step('size', () => $({ cwd: join(root, 'packages', 'core') })`size-limit`);
  await step('API report', () => $`node scripts/api-report.mjs --check`);
} else {
  console.log('- types and tests are not checked, as the build failed');
}
await step('API docs', () => $`node packages/api-docs/generate.mjs --check`);
await step('README matrix', () => $`node scripts/generate/readme-matrix.mjs --check`);

const { passed, failed, skipped } = total;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);

/**
 * Runs one check, says in a line how it went, and adds it to the total.
 *
 * @param command starts it; what it prints is shown only if it fails, unless it inherits the terminal
 * @param testFolders where its tests write their reports
 * @returns whether it passed
 */
async function step(name, command, testFolders = []) {
  // A report of an earlier run must not be taken for one of this run.
  for (const folder of testFolders) await rm(join(root, folder, REPORT), { force: true });

  const started = performance.now();
  const result = await command();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);

  let failedTests = 0;
  for (const folder of testFolders) {
    const tests = await readReport(folder);
    total.passed += tests.passed;
    total.skipped += tests.skipped;
    failedTests += tests.failed;
  }

  const succeeded = !result.failed && failedTests === 0;
  if (!succeeded) total.failed += Math.max(failedTests, 1);
  if (result.failed) {
    console.log(result.all ?? '');
    if (result.exitCode === undefined) console.log(result.shortMessage);
  }
  console.log(`${succeeded ? '✓' : '✗'} ${name} (${seconds} s)`);
  return succeeded;
}

/** The counts in a folder's report. A package whose tests ran without one has failed. */
async function readReport(folder) {
  let report;
  try {
    report = JSON.parse(await readFile(join(root, folder, REPORT), 'utf8'));
  } catch (error) {
    console.log(`${folder}: no report of its tests (${error.message})`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that could not be loaded, or whose set-up failed, has failed without a failed test.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The folders of the packages that have a test script, as turbo sees them. */
async function foldersWithTests() {
  const { stdout } = await execa({ ...options, reject: true })`turbo run test --dry=json`;
  return JSON.parse(stdout)
    .tasks.filter(({ task, command }) => task === 'test' && command !== '<NONEXISTENT>')
    .map(({ directory }) => directory);
}

async function hasScriptTests() {
  try {
    return (await readdir(join(root, 'scripts', 'test'))).some((name) => name.endsWith('.test.ts'));
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}
