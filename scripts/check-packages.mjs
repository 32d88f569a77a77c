// Packs each public package as a release would, and has publint and attw judge the tarball. Needs
// the build. `pnpm pack` alone gives what would be published: npm leaves `workspace:*` in place.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
/** The public packages, each with its entries. What else a package exports, such as vectors, are no modules. */
const PACKAGES = {
  'packages/core': ['.', './web', './testing', './web/testing'],
  fixtures: ['.'],
  'packages/parity': ['.'],
  'packages/doctor': ['.'],
  'packages/provider': ['.'],
  'packages/server': ['.', './node', './jwt', './express', './fastify', './redis'],
  // A command alone.
  'packages/cli': [],
};

const $ = execa({ cwd: root, preferLocal: true, reject: false, all: true, timeout: 600_000 });

const folder = await mkdtemp(join(tmpdir(), 'token04-packages-'));
let failed = 0;
try {
  for (const [path, entries] of Object.entries(PACKAGES)) {
    const tarball = await pack(path);
    judge(await $`publint run --strict ${tarball}`);
    if (entries.length > 0) judge(await $`attw ${tarball} --no-emoji --entrypoints ${entries}`);
  }
} finally {
  await rm(folder, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;

/** Returns the path of the tarball. */
async function pack(path) {
  const { stdout } = await execa({
    cwd: join(root, path),
  })`npx --yes ${packageManager} pack --json --pack-destination ${folder}`;
  return JSON.parse(stdout.slice(stdout.indexOf('{'))).filename;
}

function judge(result) {
  if (!result.failed) return;
  failed += 1;
  console.log(result.all);
}
