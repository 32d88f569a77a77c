// Makes fixtures/vectors/go-cbc.json from fixtures/cases.json with ZEGO's official Go module, or,
// with --check, compares a fresh one with the committed file, byte for byte. How the tokens come out
// the same every time is told in go-fixtures/generate_test.go.
//
// Exit status: 0 done, or equal; 1 failed, different, or without Go; 2 bad usage.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { runs } from '@token04/test-kit/missing';
import { execa } from 'execa';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const generator = path('go-fixtures');
const cases = path('../../fixtures/cases.json');
const committed = path('../../fixtures/vectors/go-cbc.json');

const args = process.argv.slice(2);
if (args.length > 1 || (args.length === 1 && args[0] !== '--check')) {
  console.error('usage: node scripts/generate/go-fixtures.mjs [--check]');
  process.exitCode = 2;
} else if (!(await runs('go', 'version'))) {
  console.error('Go 1.25 or newer is needed to make go-cbc.json, and `go version` does not run.');
  process.exitCode = 1;
} else if (args.length === 1) {
  process.exitCode = await check();
} else {
  process.exitCode = await write();
}

async function write() {
  if (!(await generate(committed, {}))) return 1;
  const { runtime, vectors } = JSON.parse(await readFile(committed, 'utf8'));
  console.log(`fixtures/vectors/go-cbc.json: ${vectors.length} vectors made by ${runtime}`);
  return 0;
}

async function check() {
  const old = await readFile(committed, 'utf8');
  return inTemporaryFolder(async (folder) => {
    const out = join(folder, 'go-cbc.json');
    // The one line that another Go version or machine changes.
    if (!(await generate(out, { TOKEN04_RUNTIME: JSON.parse(old).runtime }))) return 1;
    const fresh = await readFile(out, 'utf8');
    if (fresh !== old) {
      console.error(`go-cbc.json differs from a fresh one: ${firstDifference(old, fresh)}.`);
      console.error('Was cases.json changed without `npm run fixtures:go`?');
      return 1;
    }
    console.log(`go-cbc.json: ${JSON.parse(fresh).vectors.length} vectors, equal byte for byte`);
    return 0;
  });
}

/** @returns whether it worked; what Go said has been printed if not */
async function generate(out, env) {
  const { exitCode, all } = await execa('go', ['test', '-run', 'TestGenerate', '-count=1', '-v'], {
    cwd: generator,
    env: { TOKEN04_CASES: cases, TOKEN04_OUT: out, ...env },
    all: true,
    reject: false,
  });
  if (exitCode !== 0) console.error(all);
  return exitCode === 0;
}

function firstDifference(oldText, freshText) {
  const old = JSON.parse(oldText);
  const fresh = JSON.parse(freshText);
  const differ = (a, b) => JSON.stringify(a) !== JSON.stringify(b);
  const key = Object.keys({ ...old, ...fresh }).find(
    (name) => name !== 'vectors' && differ(old[name], fresh[name]),
  );
  if (key !== undefined) return `its "${key}"`;
  const count = Math.max(old.vectors.length, fresh.vectors.length);
  for (let index = 0; index < count; index++) {
    if (differ(old.vectors[index], fresh.vectors[index])) {
      return `vector ${index}, ${(old.vectors[index] ?? fresh.vectors[index]).id}`;
    }
  }
  return 'the layout alone';
}
