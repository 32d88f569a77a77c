import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runs, skips } from '@token04/test-kit/missing';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startTestee, type Testee } from '../src/index.ts';
import { longUserId } from './arbitraries.ts';
import { type Comparison, readOurs, readTheirs } from './live.ts';

const isSkipped = skips('live comparison with official Go', {
  what: 'go',
  isThere: await runs('go', 'version'),
});
const program = join(testFolder(), 'go-testee');

/** @param count how many random cases, each way */
export function compareWithLiveGo(count: number): void {
  const go: Comparison = {
    name: 'Go',
    mode: 'cbc',
    dialect: 'go',
    runs: count,
    users: longUserId,
  };
  describe.skipIf(isSkipped)('against the live official Go module', () => {
    let testee: Testee;

    beforeAll(async () => {
      const cwd = fileURLToPath(new URL('../testees/go/', import.meta.url));
      await execa('go', ['build', '-mod=readonly', '-o', program, '.'], { cwd });
      testee = startTestee(program);
    }, 300_000);
    afterAll(() => testee?.end());

    test('what Go makes is read by us, and made again byte for byte', async () => {
      await readTheirs(testee, go);
    });

    test('what we make is read by Go', async () => {
      await readOurs(testee, go);
    });
  });
}
