// Packs the package of this folder as a release would, and has publint and attw judge the tarball:
// `pnpm packaging` in the package. Needs its build. `pnpm pack` alone gives what would be published:
// npm leaves `workspace:*` in place.
import { readFile } from 'node:fs/promises';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { execa } from 'execa';

const { exports: exported = {} } = JSON.parse(await readFile('package.json', 'utf8'));
/** What else a package exports, such as vectors, are no modules. A command has no entries. */
const entries = Object.keys(exported).filter((entry) => typeof exported[entry] === 'object');

const $ = execa({
  preferLocal: true,
  localDir: new URL('..', import.meta.url),
  reject: false,
  all: true,
  timeout: 600_000,
});

await inTemporaryFolder(async (folder) => {
  const packed = await $({ all: false })`pnpm pack --json --pack-destination ${folder}`;
  if (packed.failed) throw new Error(`pnpm pack failed: ${packed.stdout}${packed.stderr}`);
  const tarball = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('{'))).filename;
  judge(await $`publint run --strict ${tarball}`);
  if (entries.length > 0) judge(await $`attw ${tarball} --no-emoji --entrypoints ${entries}`);
});

function judge(result) {
  if (!result.failed) return;
  process.exitCode = 1;
  console.log(result.all);
}
