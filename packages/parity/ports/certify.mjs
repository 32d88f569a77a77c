// `npm run ports`: builds all ports, puts each to the whole suite with 20,000 random cases, has every
// pair of testees exchange tokens, and follows their READMEs. The last line adds up.
import { runTestees } from '../testees/run-testees.mjs';
import { checkPorts } from './check.mjs';

const parts = [
  await runTestees({ isCheck: true, cases: 20_000, pairCases: 2000 }),
  await checkPorts(),
];
const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
const skipped = sum('skipped');
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
);
