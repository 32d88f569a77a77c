import { expect, test } from 'vitest';
import { failures } from '../mutants.ts';

/** One of each kind; `npm run mutants` puts all of them to the suite, and some made by operators. */
const SOME = [
  'expire-of-32-bits',
  'size-in-characters',
  'ttl-of-64-bits-wraps',
  'iv-derived-from-the-plaintext',
  'seed-constant',
  'first-of-a-key-read',
  'secret-hashed-when-reading',
  'empty-user-is-no-demand',
  'mismatch-before-claims',
  'tolerance-twice',
  'user-sticks',
  'cause-in-the-message',
  'secret-on-stderr',
];

test('without a fault nothing fails', async () => {
  expect(await failures('')).toEqual([]);
});

test.each(SOME)('%s is caught', async (mutant) => {
  expect(await failures(mutant)).not.toEqual([]);
});
