// Adds up the closing lines `N passed, N failed[, N skipped]` of the logs named. One without such a
// line broke off, which is one failure.
import { readFileSync } from 'node:fs';

const total = { passed: 0, failed: 0, skipped: 0 };
for (const log of process.argv.slice(2)) {
  const lastLine = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1);
  const match = /^(?<passed>\d+) passed, (?<failed>\d+) failed(?:, (?<skipped>\d+) skipped)?$/.exec(
    lastLine,
  );
  const { passed = 0, failed = 0, skipped = 0 } = match?.groups ?? { failed: 1 };
  total.passed += Number(passed);
  total.failed += Number(failed);
  total.skipped += Number(skipped);
}

const { passed, failed, skipped } = total;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
