import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { inTemporaryFolder } from '../../packages/test-kit/dist/folder.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/**
 * Installs packages of the workspace as they would be published: packed, and unpacked into
 * node_modules. What they depend on is what the workspace's lock file chose, linked beside them.
 */
export function installPacked(names) {
  return inTemporaryFolder(async (folder) => {
    await rm(join(modules, '@token04'), { recursive: true, force: true });
    for (const name of names) await installOne(name, folder);
  });
}

async function installOne(name, folder) {
  const source = join(root, 'packages', name);
  const target = join(modules, '@token04', name);
  const tarball = join(folder, `${name}.tgz`);
  const { packageManager } = await readJson(join(root, 'package.json'));
  await execa({ cwd: source })`npx --yes ${packageManager} pack --out ${tarball}`;
  await mkdir(target, { recursive: true });
  await execa`tar -xzf ${tarball} -C ${target} --strip-components=1`;

  const { dependencies = {} } = await readJson(join(target, 'package.json'));
  for (const dependency of Object.keys(dependencies)) {
    // Ours are packed, too, and found one level up.
    if (dependency.startsWith('@token04/')) continue;
    const link = join(target, 'node_modules', dependency);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(source, 'node_modules', dependency), link, 'junction');
  }
}

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}
