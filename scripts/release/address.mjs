// Where the project lives is said once, by `repository` in the root's package.json. This writes what
// follows from it into the published packages, just before they are published and never to be
// committed: `repository`, `homepage` and `bugs`, and links of the READMEs that lead somewhere on
// npm's pages, too: `node scripts/release/address.mjs`.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { homeOf, wholeLinks } from './links.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readJson = async (path) => JSON.parse(await readFile(join(root, path), 'utf8'));

const home = homeOf((await readJson('package.json')).repository);
if (home === undefined) {
  console.error(
    'The root\'s package.json has no `repository` such as "github:owner/name": type it there once.',
  );
  process.exit(1);
}

const folders = (await readdir(join(root, 'packages'))).map((name) => `packages/${name}`);
for (const folder of [...folders, 'fixtures']) {
  const manifest = await readJson(`${folder}/package.json`);
  if (manifest.private) continue;
  const addressed = {
    ...manifest,
    repository: { type: 'git', url: `git+${home}.git`, directory: folder },
    homepage: `${home}/tree/HEAD/${folder}#readme`,
    bugs: `${home}/issues`,
  };
  await writeFile(join(root, folder, 'package.json'), `${JSON.stringify(addressed, null, 2)}\n`);
  for (const name of await readdir(join(root, folder))) {
    if (!name.endsWith('.md')) continue;
    const path = join(root, folder, name);
    await writeFile(path, wholeLinks(await readFile(path, 'utf8'), folder, home));
  }
}
console.log(`The packages say that they live at ${home}.`);
