import { expect, test } from 'vitest';
import { failures, listMutants } from './mutants.ts';

/** One of a frame, one of claims and one of secrets; long/mutants.test.ts has one of each kind. */
const SOME = ['expire-of-32-bits', 'first-of-a-key-read', 'secret-on-stderr'];

test('there are at least 250 deliberate faults, these among them', async () => {
  const mutants = await listMutants();
  expect(mutants.length).toBeGreaterThanOrEqual(250);
  expect(mutants).toEqual(expect.arrayContaining(SOME));
});

test.each(SOME)('%s is caught', async (mutant) => {
  expect(await failures(mutant)).not.toEqual([]);
});
