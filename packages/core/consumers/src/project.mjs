import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const programs = fileURLToPath(new URL('../programs', import.meta.url));
/** Also a test of the workspace, which may import the package by its name as well. */
const identity = fileURLToPath(new URL('../../test/published/identity.mjs', import.meta.url));

/**
 * A project outside the repository that has the packed package installed and nothing else, with
 * the programs in it.
 *
 * @returns the path of its folder, for the caller to remove
 */
export async function createProject() {
  const folder = await mkdtemp(join(tmpdir(), 'token04-consumer-'));
  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await execa({
    cwd: join(root, 'packages/core'),
  })`npx --yes ${packageManager} pack --out ${join(folder, 'core.tgz')}`;
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true }),
  );
  await execa({ cwd: folder })`npm install --offline --no-audit --no-fund ./core.tgz`;
  await cp(programs, folder, { recursive: true });
  await cp(identity, join(folder, 'identity.mjs'));
  return folder;
}
