// The command as its users get it: packed with the packages that it needs, installed by npm in an
// empty folder, and run by npx. Needs the build, and the npm registry for commander and its like.
// `node packages/cli/test/packed.mjs`; the last line says how many cases passed and failed.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { Tally } from '@token04/test-kit/tally';
import { execa } from 'execa';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PACKAGES = ['core', 'doctor', 'cli'];
const SECRET = 'fa94dd0f974cf2e293728a526b028271';

const total = new Tally();
await inTemporaryFolder(async (folder) => {
  const run = runIn(folder);
  await install(folder);
  await total.run('generate | verify', async () => {
    const token = await run([
      'generate',
      '--app-id',
      '1234567890',
      '--user',
      'demo',
      '--ttl',
      '1h',
    ]);
    assert.equal(token.exitCode, 0, token.stderr);
    const verdict = await run(['verify', '-', '--user', 'demo', '--json'], token.stdout);
    assert.equal(verdict.exitCode, 0, verdict.stderr);
    assert.equal(JSON.parse(verdict.stdout).claims.appId, 1234567890);
  });
  await total.run('doctor', async () => {
    const { exitCode, stdout } = await run(['doctor', '-'], '03AAAA');
    assert.equal(exitCode, 1);
    assert.match(stdout, /version 03/);
  });
  await total.run('the secret of a file, and a bad token', async () => {
    await writeFile(join(folder, 'secret.txt'), `${SECRET}\n`);
    const { exitCode, stdout } = await run(['verify', '04AAAA', '--secret-file', 'secret.txt']);
    assert.equal(exitCode, 1);
    assert.match(stdout, /ERR_TOKEN04_MALFORMED/);
  });
  await total.run('completion', async () => {
    const { exitCode, stdout } = await run(['completion', 'bash']);
    assert.equal(exitCode, 0);
    assert.match(stdout, /token04 completion-server/);
  });
  await total.run('the man page and the licence are there', async () => {
    const installed = join(folder, 'node_modules/@token04/cli');
    assert.match(await readFile(join(installed, 'man/token04.1'), 'utf8'), /^\.TH TOKEN04 1 /);
    assert.match(await readFile(join(installed, 'LICENSE'), 'utf8'), /^MIT License/);
  });
});

total.close();

async function install(folder) {
  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const tarballs = PACKAGES.map((name) => join(folder, `${name}.tgz`));
  for (const [index, name] of PACKAGES.entries()) {
    const cwd = join(root, 'packages', name);
    await execa({ cwd })`npx --yes ${packageManager} pack --out ${tarballs[index]}`;
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true }));
  const timeout = 600_000;
  await execa({ cwd: folder, timeout })`npm install --no-audit --no-fund ${tarballs}`;
}

function runIn(folder) {
  return (args, input = '') =>
    execa('npx', ['--no-install', 'token04', ...args], {
      cwd: folder,
      input,
      env: { ZEGO_SERVER_SECRET: SECRET },
      reject: false,
      timeout: 600_000,
    });
}
