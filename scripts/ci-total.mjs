// Adds up the closing lines `N passed, N failed[, N skipped]` of the logs named. One without such a
// line broke off, which is one failure. What failed is named before the sum, since the logs are long.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const MOST_LINES = 20;

const total = { passed: 0, failed: 0, skipped: 0 };
for (const log of process.argv.slice(2)) {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const lastLine = lines.at(-1);
  const match = /^(?<passed>\d+) passed, (?<failed>\d+) failed(?:, (?<skipped>\d+) skipped)?$/.exec(
    lastLine,
  );
  const { passed = 0, failed = 0, skipped = 0 } = match?.groups ?? { failed: 1 };
  total.passed += Number(passed);
  total.failed += Number(failed);
  total.skipped += Number(skipped);
  if (Number(failed) > 0) {
    console.log(`✗ ${basename(log)}: ${match === null ? 'it broke off' : lastLine}`);
    const named = lines.filter((line) => line.trimStart().startsWith('✗'));
    for (const line of named.slice(-MOST_LINES)) console.log(`  ${line.trim()}`);
  }
}

const { passed, failed, skipped } = total;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
