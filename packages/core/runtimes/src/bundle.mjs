import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadVectorFiles } from '../../../../fixtures/dist/index.mjs';
import { FIXED_SEED } from '../../../test-kit/dist/seed.mjs';
import { REPORT_MARK } from './report.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** One seed for all, so that every runtime runs the same cases. */
const SEED = Number(process.env.TOKEN04_SEED ?? FIXED_SEED);

/** Writes `dist/<entry>.mjs` for each file of `entries`: the suite, the vectors and core as built. */
export async function bundleSuite() {
  await build({
    absWorkingDir: folder,
    entryPoints: ['node', 'web', 'workerd'].map((entry) => join('entries', `${entry}.mjs`)),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    external: ['node:*'],
    define: {
      REPORT_MARK: JSON.stringify(REPORT_MARK),
      SEED: JSON.stringify(SEED),
      VECTOR_FILES: JSON.stringify(loadVectorFiles()),
    },
    logLevel: 'warning',
  });
}
