import { fileURLToPath } from 'node:url';
import { runs, skips } from '@token04/test-kit/missing';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startTestee, type Testee } from '../src/index.ts';
import { type Comparison, readOurs, readTheirs } from './live.ts';

const isSkipped = skips('live comparison in GCM', {
  what: 'Python 3 with cryptography',
  isThere: await runs('python3', '-c', 'import cryptography'),
});
const program = fileURLToPath(new URL('../testees/python/testee.py', import.meta.url));

/**
 * Official Go makes no GCM tokens; the reference in Python is written after the specification.
 *
 * @param count how many random cases, each way
 */
export function compareWithLivePython(count: number): void {
  const python: Comparison = { name: 'Python', mode: 'gcm', dialect: 'python', runs: count };
  describe.skipIf(isSkipped)('against the live reference in Python, in GCM', () => {
    let testee: Testee;

    beforeAll(() => {
      testee = startTestee('python3', [program]);
    });
    afterAll(() => testee?.end());

    test('what Python makes is read by us, and made again byte for byte', async () => {
      await readTheirs(testee, python);
    });

    test('what we make is read by Python', async () => {
      await readOurs(testee, python);
    });
  });
}
