// The suite against a deliberate fault.
import { execa } from 'execa';
import { checkConformance } from '../src/conformance/run.ts';
import { mutants, startMutant } from './programs.ts';

/** The names of all deliberate faults. */
export async function listMutants(): Promise<string[]> {
  const { stdout } = await execa(process.execPath, [mutants, '--list']);
  return stdout.split('\n');
}

/** The ids of the cases that had failed when the run ended, with the first of them. */
export async function failures(mutant: string): Promise<string[]> {
  const { results } = await checkConformance((options) => startMutant(mutant, options), {
    cases: 0,
    bail: true,
  });
  return results.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id);
}
