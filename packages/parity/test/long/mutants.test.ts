import { expect, test } from 'vitest';
import { failures, listMutants } from '../mutants.ts';

/** One of each kind; `npm run mutants` puts all of them to the suite, and some made by operators. */
const SOME = [
  'expire-of-32-bits',
  'size-in-characters',
  'ttl-of-64-bits-wraps',
  'iv-derived-from-the-plaintext',
  'seed-constant',
  'iv-byte-never-0',
  'token-kept-for-long-durations',
  'first-of-a-key-read',
  'tag-compared-as-a-c-string',
  'literals-in-any-case-read',
  'absent-payload-is-that-of-the-last',
  'secret-hashed-when-reading',
  'empty-user-is-no-demand',
  'mismatch-before-claims',
  'tolerance-twice',
  'user-sticks',
  'cause-in-the-message',
  'secret-on-stderr',
  'emoji-unsupported',
];

test('there are at least 250 deliberate faults, these among them', async () => {
  const mutants = await listMutants();
  expect(mutants.length).toBeGreaterThanOrEqual(250);
  expect(mutants).toEqual(expect.arrayContaining(SOME));
});

test('without a fault nothing fails', async () => {
  expect(await failures('')).toEqual([]);
});

test.each(SOME)('%s is caught', async (mutant) => {
  expect(await failures(mutant)).not.toEqual([]);
});
