import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { checkConformance } from '../src/conformance/run.ts';
import { startTestee } from '../src/index.ts';

const program = fileURLToPath(new URL('../mutants/by-name.mjs', import.meta.url));
const { stdout } = await execa(process.execPath, [program, '--list']);
const mutants = stdout.split('\n');

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

async function failures(mutant: string): Promise<string[]> {
  const { results } = await checkConformance(
    (options) => startTestee(process.execPath, [program], { env: { MUTANT: mutant }, ...options }),
    { cases: 0, bail: true },
  );
  return results.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id);
}

describe('deliberate faults', () => {
  test('without a fault nothing fails', async () => {
    expect(await failures('')).toEqual([]);
  });

  test('are many', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(250);
    expect(mutants).toEqual(expect.arrayContaining(SOME));
  });

  test.each(SOME)('%s is caught', async (mutant) => {
    expect(await failures(mutant)).not.toEqual([]);
  });
});
