import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadVectorFiles } from '../../../../fixtures/dist/index.mjs';
import { FIXED_SEED } from '../../../test-kit/dist/seed.mjs';
import { doctorCases } from './doctor-cases.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** One seed for all, so that every runtime runs the same cases. */
const SEED = Number(process.env.TOKEN04_SEED ?? FIXED_SEED);

/** The files of `entries` that need nothing of Node.js. */
export const ANYWHERE = ['web', 'doctor', 'provider'];

/**
 * Writes for each entry, with all that it needs, `dist/<entry>.mjs`, which runs it, and for those that
 * run anywhere `dist/<entry>.capnp` with a Worker whose test runs it, as workerd has no random numbers
 * outside of a handler.
 */
export async function bundleSuites() {
  const define = {
    SEED: JSON.stringify(SEED),
    VECTOR_FILES: JSON.stringify(loadVectorFiles()),
    DOCTOR_CASES: JSON.stringify(await doctorCases()),
  };
  for (const entry of ['node', ...ANYWHERE]) {
    await bundle(`${importOf(entry)}await run();`, `dist/${entry}.mjs`, define);
  }
  for (const entry of ANYWHERE) {
    const worker = `${entry}.worker.mjs`;
    await bundle(`${importOf(entry)}export default { test: run };`, `dist/${worker}`, define);
    await writeFile(join(folder, 'dist', `${entry}.capnp`), workerConfig(worker));
  }
}

const importOf = (entry) => `import { run } from './entries/${entry}.mjs';\n`;

/** Without its Node.js compatibility: what runs in it has to do without Node.js. */
const workerConfig = (file) => `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(
    name = "suite",
    worker = (
      modules = [(name = "suite.mjs", esModule = embed "${file}")],
      compatibilityDate = "2026-11-17",
    ),
  )],
);
`;

function bundle(contents, outfile, define) {
  return build({
    absWorkingDir: folder,
    stdin: { contents, resolveDir: folder },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    external: ['node:*'],
    define,
    logLevel: 'warning',
  });
}
