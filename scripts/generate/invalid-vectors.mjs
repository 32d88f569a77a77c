// Makes fixtures/invalid and fixtures/odd: tokens that must be refused, and tokens that look odd and
// must be read. Nothing in them is random. With --check, compares fresh ones with the committed
// files, byte for byte. Needs core's build.
//
// Exit status: 0 done, or equal; 1 different; 2 bad usage.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { makeFiles } from './invalid-vectors/files.mjs';

const fixtures = new URL('../../fixtures/', import.meta.url);
const folders = ['invalid', 'odd'];

const args = process.argv.slice(2);
if (args.length > 1 || (args.length === 1 && args[0] !== '--check')) {
  console.error('usage: node scripts/generate/invalid-vectors.mjs [--check]');
  process.exitCode = 2;
} else {
  const files = makeFiles();
  process.exitCode = args.length === 1 ? await check(files) : await write(files);
  if (process.exitCode === 0) console.log(summary(files, args.length === 1));
}

async function write(files) {
  for (const path of await committed()) {
    if (!files.has(path)) await rm(new URL(path, fixtures));
  }
  for (const folder of folders) await mkdir(new URL(folder, fixtures), { recursive: true });
  for (const [path, text] of files) await writeFile(new URL(path, fixtures), text);
  return 0;
}

async function check(files) {
  const paths = await committed();
  const differences = [
    ...paths.filter((path) => !files.has(path)).map((path) => `${path}: nothing makes it`),
    ...[...files.keys()].filter((path) => !paths.includes(path)).map((path) => `${path}: missing`),
  ];
  for (const path of paths) {
    if (!files.has(path)) continue;
    const text = await readFile(new URL(path, fixtures), 'utf8');
    if (text !== files.get(path)) differences.push(`${path}: differs from a fresh one`);
  }
  for (const difference of differences) console.error(difference);
  if (differences.length > 0) console.error('`npm run fixtures:invalid` makes them anew.');
  return differences.length === 0 ? 0 : 1;
}

async function committed() {
  const lists = folders.map(async (folder) => {
    const names = await readdir(new URL(folder, fixtures)).catch(() => []);
    return names.map((name) => `${folder}/${name}`);
  });
  return (await Promise.all(lists)).flat();
}

function summary(files, compared) {
  const counts = folders.map((folder) => {
    const texts = [...files].filter(([path]) => path.startsWith(folder)).map(([, text]) => text);
    const count = texts.reduce((sum, text) => sum + JSON.parse(text).vectors.length, 0);
    return `${folder}: ${count} vectors in ${texts.length} files`;
  });
  return counts.join(', ') + (compared ? ', equal byte for byte' : '');
}
