// The reference with one deliberate fault, named by MUTANT; without a name it has none. It proves
// that the runner's cases find such faults (test/mutants.test.ts). --list prints the names.
import { freshnessFaults } from './faults/freshness.mjs';
import { lineFaults } from './faults/lines.mjs';
import { makingFaults } from './faults/making.mjs';
import { readingFaults } from './faults/reading.mjs';
import { verifyingFaults } from './faults/verifying.mjs';
import { serve } from './reference/program.mjs';
import { correct } from './reference/steps.mjs';

const faults = {
  ...makingFaults,
  ...freshnessFaults,
  ...readingFaults,
  ...verifyingFaults,
  ...lineFaults,
};

const mutant = process.env.MUTANT ?? '';
if (mutant !== '' && !Object.hasOwn(faults, mutant)) throw new RangeError(`no mutant ${mutant}`);
if (process.argv[2] === '--list') {
  process.stdout.write(`${Object.keys(faults).join('\n')}\n`);
} else {
  await serve({ ...correct, ...faults[mutant] });
}
