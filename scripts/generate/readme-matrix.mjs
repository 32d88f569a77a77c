// The compatibility matrix in README.md, from a run over all fixtures: `--check` compares it with
// the committed one, else it is written (part of `npm run report`).
import { readFile, writeFile } from 'node:fs/promises';
import { checkFixtures, compatibilityMatrix } from '@token04/parity';

const START = '<!-- matrix: made by `npm run report` -->';
const END = '<!-- /matrix -->';

const matrix = compatibilityMatrix(checkFixtures());
let stale = false;
for (const name of ['README.md', 'README.zh-CN.md']) {
  const path = new URL(`../../${name}`, import.meta.url);
  const text = await readFile(path, 'utf8');
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start === -1 || end < start) throw new Error(`${name} has no place for the matrix`);
  const fresh = `${text.slice(0, start)}${START}\n\n${matrix}\n\n${text.slice(end)}`;
  if (fresh === text) continue;
  if (process.argv.includes('--check')) {
    console.log(`${name}: the matrix is not that of this version; npm run report writes it`);
    stale = true;
  } else {
    await writeFile(path, fresh);
  }
}
process.exitCode = stale ? 1 : 0;
