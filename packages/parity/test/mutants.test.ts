import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { checkConformance } from '../src/conformance/run.ts';
import { startTestee } from '../src/testee.ts';

const program = fileURLToPath(new URL('../testees/mutants.mjs', import.meta.url));
const { stdout } = await execa(process.execPath, [program, '--list']);
const mutants = stdout.split('\n');

/** In the order in which most faults are found soonest. */
const AREAS = ['generate/', 'verify/', 'freshness/', 'controlled/', 'refusal/', 'decode/'];

async function failuresIn(only: string, mutant: string): Promise<string[]> {
  const start = () => startTestee(process.execPath, [program], { env: { MUTANT: mutant } });
  const { results } = await checkConformance(start, { cases: 0, only });
  return results.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id);
}

/** Those of the first area that has any. */
async function firstFailures(mutant: string): Promise<string[]> {
  for (const area of AREAS) {
    const failures = await failuresIn(area, mutant);
    if (failures.length > 0) return failures;
  }
  return [];
}

describe.concurrent('deliberate faults', () => {
  test('without a fault nothing fails', async () => {
    expect(await failuresIn('', '')).toEqual([]);
  });

  test('are many', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(100);
  });

  test.each(mutants)('%s is caught', async (mutant) => {
    const failures = await firstFailures(mutant);
    const others = failures.length > 3 ? ` and ${failures.length - 3} more` : '';
    console.log(`${mutant}: ${failures.slice(0, 3).join(', ')}${others}`);
    expect(failures).not.toEqual([]);
  });
});
