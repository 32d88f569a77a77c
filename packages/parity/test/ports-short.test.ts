// What `npm test` has time for of the ports; `npm run ports` builds them and puts them to everything.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runs, skips } from '@token04/test-kit/missing';
import { describe, expect, test } from 'vitest';
import { checkConformance } from '../src/conformance/run.ts';
import { startTestee } from '../src/index.ts';
import list from '../testees/list.json' with { type: 'json' };
import quickAreas from '../testees/quick-areas.json' with { type: 'json' };

interface Port {
  readonly id: string;
  readonly kind: string;
  readonly cwd?: string;
  readonly probe?: readonly string[];
  /** What the build leaves; absent where there is nothing to build. */
  readonly built?: string;
  readonly command: readonly string[];
}

const RANDOM_CASES = 100;
const ports = (list as readonly Port[]).filter(({ kind }) => kind === 'port');

for (const { id, cwd = '', probe, built, command } of ports) {
  const folder = fileURLToPath(new URL(join('..', cwd), import.meta.url));
  const isBuilt = built === undefined || existsSync(join(folder, built));
  if (!isBuilt) console.warn(`SKIPPED: ${id}, which \`npm run ports\` has not built yet`);
  const [program = '', ...args] = probe ?? [command[0] as string, '--version'];
  const isThere = built !== undefined || (await runs(program, ...args));
  const isSkipped = !isBuilt || skips(id, { what: command[0] as string, isThere });

  // At once, since most of it waits for a clock.
  describe.skipIf(isSkipped)(id, { concurrent: true }, () => {
    test.each(quickAreas)('%s: all pass', async (area) => {
      const [file = '', ...rest] = command;
      const path = file === built ? join(folder, file) : file;
      const { counts, results } = await checkConformance(
        (options) => startTestee(path, rest, { cwd: folder, ...options }),
        { only: `${area}/`, cases: RANDOM_CASES },
      );
      const failed = results.filter(({ verdict }) => verdict !== 'pass');
      expect(failed.map(({ id, verdict, message }) => `${id} ${verdict} ${message}`)).toEqual([]);
      expect(counts.passed).toBeGreaterThan(20);
    });
  });
}
