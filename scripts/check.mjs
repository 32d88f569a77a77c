// Runs tasks of turbo.json and adds up how they went: `node scripts/check.mjs <task>…`. One that
// fails stops no other but those that need it. The last line says how many tests passed, failed and
// were skipped; a task that fails without a failed test, a linter's say, counts as one failure.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { machineHash } from './machine.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SUMMARIES = join(root, '.turbo', 'runs');

const taskNames = process.argv.slice(2);
const env = {
  TOKEN04_MACHINE: await machineHash(),
  // Without a terminal the log stays plain.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
};
const options = { cwd: root, preferLocal: true, env, stdin: 'ignore', reject: false };

// A summary or a report of an earlier run must not be taken for one of this run.
await rm(SUMMARIES, { recursive: true, force: true });
for (const task of await plannedTasks()) {
  for (const report of reportsOf(task)) await rm(report, { force: true });
}
// As many at once as there are cores: more would only make each slower, up to its limit of time.
const flags = ['--ui=stream', '--summarize', '--concurrency=100%'];
const turbo = await execa(
  'turbo',
  ['run', ...taskNames, ...flags, '--continue=dependencies-successful'],
  { ...options, stdout: 'inherit', stderr: 'inherit' },
);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const task of await finishedTasks()) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  // Named at the end too, since what a test printed is far above by then.
  const failedNames = [];
  for (const path of reportsOf(task)) {
    const report = await countsOf(path, task);
    for (const name of Object.keys(counts)) counts[name] += report[name];
    failedNames.push(...report.failedNames);
  }
  const hasFailed = task.cache.status !== 'HIT' && task.execution?.exitCode !== 0;
  if (hasFailed) counts.failed = Math.max(counts.failed, 1);
  if (counts.failed > 0) console.log(`✗ ${task.taskId}`);
  for (const name of failedNames) console.log(`✗ ${task.taskId}: ${name}`);
  for (const name of Object.keys(total)) total[name] += counts[name];
}
// Turbo itself may fail, of a mistake in turbo.json say, when there is no summary.
if (turbo.failed && total.failed === 0) total.failed = 1;

const { passed, failed, skipped } = total;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);

/** The tasks with a command, as turbo would run them. */
async function plannedTasks() {
  const { stdout } = await execa('turbo', ['run', ...taskNames, '--dry=json'], options);
  return JSON.parse(stdout).tasks.filter(hasCommand);
}

async function finishedTasks() {
  const [name] = await readdir(SUMMARIES).catch(() => []);
  if (name === undefined) return [];
  const { tasks } = JSON.parse(await readFile(join(SUMMARIES, name), 'utf8'));
  return tasks.filter(hasCommand);
}

function hasCommand({ command }) {
  return command !== '<NONEXISTENT>';
}

function reportsOf({ directory, outputs }) {
  return (outputs ?? [])
    .filter((output) => /(^|\/)reports\/[\w-]+\.json$/.test(output))
    .map((output) => join(root, directory, output));
}

/** The counts in a report of vitest's, and what failed. A task that ran without one has failed. */
async function countsOf(path, { taskId }) {
  let report;
  try {
    report = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    console.log(`${taskId}: no report of its tests (${error.message})`);
    return { passed: 0, failed: 1, skipped: 0, failedNames: [] };
  }
  // A file that could not be loaded, or whose set-up failed, has failed without a failed test.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.log(`- ${taskId}: ${skipped} skipped`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped,
    failedNames: [
      ...brokenFiles.map(({ name }) => relative(root, name)),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => {
            const [reason = ''] = (failureMessages[0] ?? '').split('\n');
            return `${relative(root, name)}: ${fullName}: ${reason.slice(0, 300)}`;
          }),
      ),
    ],
  };
}
