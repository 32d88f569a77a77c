// The reference with one deliberate fault, named by MUTANT; without a name it has none. It proves
// that the runner's cases find such faults (test/mutants.test.ts). --list prints all names.
import { allFaults } from './faults/all.mjs';
import { serve } from './reference/program.mjs';
import { correct } from './reference/steps.mjs';

const mutant = process.env.MUTANT ?? '';
if (mutant !== '' && !Object.hasOwn(allFaults, mutant)) throw new RangeError(`no mutant ${mutant}`);
if (process.argv[2] === '--list') {
  process.stdout.write(`${Object.keys(allFaults).join('\n')}\n`);
} else {
  await serve({ ...correct, ...allFaults[mutant] });
}
