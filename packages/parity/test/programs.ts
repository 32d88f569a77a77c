// The programs that tests start: the built command, the core as a testee, and the reference with a
// deliberate fault.
import { fileURLToPath } from 'node:url';
import { startTestee, type Testee, type TesteeOptions } from '../src/index.ts';

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

export const bin: string = path('dist/cli.mjs');
/** The command of the core as a testee. */
export const core: readonly string[] = [process.execPath, path('testees/core.mjs')];
export const mutants: string = path('mutants/by-name.mjs');

/** The command of the reference with this fault. */
export function mutant(name: string): string[] {
  return ['env', `MUTANT=${name}`, process.execPath, mutants];
}

/** Starts the reference with this fault; without one if it is empty. */
export function startMutant(
  name: string,
  options: Pick<TesteeOptions, 'onStderr' | 'env'> = {},
): Testee {
  return startTestee(process.execPath, [mutants], {
    ...options,
    env: { MUTANT: name, ...options.env },
  });
}

/** Whether there is such a process. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
