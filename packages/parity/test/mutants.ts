// The suite against a deliberate fault.
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { checkConformance } from '../src/conformance/run.ts';
import { startTestee } from '../src/index.ts';

const program = fileURLToPath(new URL('../mutants/by-name.mjs', import.meta.url));

/** The names of all. */
export async function listMutants(): Promise<string[]> {
  const { stdout } = await execa(process.execPath, [program, '--list']);
  return stdout.split('\n');
}

/** The ids of the cases that fail, up to the first. */
export async function failures(mutant: string): Promise<string[]> {
  const { results } = await checkConformance(
    (options) => startTestee(process.execPath, [program], { env: { MUTANT: mutant }, ...options }),
    { cases: 0, bail: true },
  );
  return results.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id);
}
