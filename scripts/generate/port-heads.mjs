// Writes parity's version into the heads of the ports, which say by what suite they are certified: part
// of `npm run release:version`.
import { readFile, writeFile } from 'node:fs/promises';

const parity = new URL('../../packages/parity/', import.meta.url);
const readJson = async (path) => JSON.parse(await readFile(new URL(path, parity), 'utf8'));

const { version } = await readJson('package.json');
for (const { cwd, readme } of await readJson('testees/list.json')) {
  if (readme === undefined) continue;
  const file = new URL(`${cwd}/${Object.keys(readme.copy)[0]}`, parity);
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace(/(Certified by @token04\/parity )\S+/, `$1${version}`));
}
