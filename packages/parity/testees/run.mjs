// `node testees/run.mjs` builds and runs all and writes results.json, `node testees/run.mjs ID…` some,
// each also paired with core; `--check` compares results.json with a quick run.
import { runTestees } from './run-testees.mjs';

const isCheck = process.argv.includes('--check');
const ids = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const { passed, failed, skipped } = await runTestees(
  isCheck
    ? { isCheck, isQuick: true, cases: 300, pairCases: 20 }
    : { isCheck, ids, pairCases: 2000 },
);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
