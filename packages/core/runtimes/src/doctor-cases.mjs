// Every mistake of the doctor's own cases, and what the doctor says of it in the Node.js that runs this.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { diagnose } from '../../../doctor/dist/index.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** As JSON, since the cases are made with node:crypto, which not every runtime has. */
export async function doctorCases() {
  const file = join(folder, 'dist', 'doctor-cases.mjs');
  await build({
    absWorkingDir: folder,
    entryPoints: ['../../doctor/test/cases/index.ts'],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { cases, optionsOf } = await import(pathToFileURL(file).href);
  const mistakes = Object.entries(cases).flatMap(([id, each]) =>
    each.map((one) => ({ name: `${id}: ${one.title}`, input: one.input, options: optionsOf(one) })),
  );
  return Promise.all(
    mistakes.map(async (mistake) => {
      const { verdict, findings } = await diagnose(mistake.input, mistake.options);
      return { ...mistake, expected: { verdict, findings } };
    }),
  );
}
