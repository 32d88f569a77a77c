// The compatibility matrix in README.md, from a run over all fixtures: `--check` compares it with
// the committed one, else it is written (part of `npm run report`).
import { readFile, writeFile } from 'node:fs/promises';
import { checkFixtures, compatibilityMatrix } from '@token04/parity';
import { withBlock } from '../lib/block.mjs';

const MARKS = ['<!-- matrix: made by `npm run report` -->', '<!-- /matrix -->'];

const matrix = compatibilityMatrix(checkFixtures());
let stale = false;
for (const name of ['README.md', 'README.zh-CN.md']) {
  const path = new URL(`../../${name}`, import.meta.url);
  const text = await readFile(path, 'utf8');
  const fresh = withBlock(text, MARKS, matrix);
  if (fresh === text) continue;
  if (process.argv.includes('--check')) {
    console.log(`${name}: the matrix is not that of this version; npm run report writes it`);
    stale = true;
  } else {
    await writeFile(path, fresh);
  }
}
process.exitCode = stale ? 1 : 0;
