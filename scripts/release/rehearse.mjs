// A release from end to end, to a registry that is started on this machine and ended again, and the
// packages used from there in an empty folder: `npm run release:rehearse`. It takes the last commit,
// in a copy. Left out is provenance, which is signed for a workflow that runs where the repository is.
// The last line says how many steps passed and failed.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../lib/own-folder.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = join(folder, '../..');

prepareFolder(folder, 'Installing a registry: 100 MB, once.');

// Only now are there dependencies to import.
const { execa } = await import('execa');
const { inTemporaryFolder } = await import('@token04/test-kit/folder');
const { freePort } = await import('@token04/test-kit/ports');
const { startServer } = await import('@token04/test-kit/program');
const { Tally } = await import('@token04/test-kit/tally');

const SECRET = 'fa94dd0f974cf2e293728a526b028271';
/** What the root's package.json will say once there is such a place. */
const REPOSITORY = 'github:example/token04';
const LIMIT = 600_000;

const total = new Tally();
await inTemporaryFolder(async (temporary) => {
  const registry = await startRegistry(temporary);
  try {
    // npm's own settings, so that this one is asked and no account of the user's is used.
    const npmrc = join(temporary, 'npmrc');
    const host = registry.url.replace('http:', '');
    await writeFile(npmrc, `registry=${registry.url}/\n${host}/:_authToken=nobody\n`);
    const env = { npm_config_userconfig: npmrc, npm_config_registry: `${registry.url}/` };
    await rehearse(temporary, registry.url, env);
  } finally {
    await registry.stop();
  }
});
total.close();

async function rehearse(temporary, registry, env) {
  const copy = join(temporary, 'copy');
  const inCopy = execa({ cwd: copy, timeout: LIMIT, all: true });
  const pnpmScript = (script) => inCopy`node scripts/with-pnpm.mjs run ${script}`;
  let published = [];

  const steps = {
    'the last commit is copied, and given an address': async () => {
      await execa`git clone --quiet ${root} ${copy}`;
      await inCopy`npm pkg set repository=${REPOSITORY}`;
    },
    'versions are raised by the changesets': async () => {
      await pnpmScript('release:version');
      published = await publishedPackages(copy);
      assert.ok(published.length >= 7, `${published.length} packages`);
      for (const { name, version } of published) assert.notEqual(version, '0.0.0', name);
    },
    'what follows from the address is written': () => inCopy`node scripts/release/address.mjs`,
    'everything is built and published': async () => {
      await pnpmScript('turbo:build');
      await execa(
        'npx',
        [
          '--yes',
          await packageManager(),
          ...['publish', '--recursive', '--access', 'public', '--no-git-checks'],
        ],
        { cwd: copy, env, timeout: LIMIT, all: true },
      );
    },
    'the registry has each tarball, with its address': async () => {
      for (const { name, version } of published) {
        const manifest = await (await fetch(`${registry}/${name}/${version}`)).json();
        assert.equal(manifest.version, version, name);
        assert.match(manifest.repository.url, /example\/token04\.git$/, name);
        assert.doesNotMatch(JSON.stringify(manifest.dependencies ?? {}), /workspace:|test-kit/);
        const { byteLength } = await (await fetch(manifest.dist.tarball)).arrayBuffer();
        console.log(`    ${name}@${version}: ${(byteLength / 1000).toFixed(0)} kB`);
      }
    },
  };
  for (const [title, step] of Object.entries(steps)) if (!(await total.run(title, step))) return;
  await useThem(join(temporary, 'user'), published, env);
}

/** In an empty folder, as a user would. */
async function useThem(user, published, env) {
  await mkdir(user);
  await writeFile(join(user, 'package.json'), '{ "name": "user", "type": "module" }');
  const inUser = execa({
    cwd: user,
    env: { ...env, ZEGO_SERVER_SECRET: SECRET },
    timeout: LIMIT,
    all: true,
  });
  const steps = {
    'all are installed in an empty folder': () =>
      inUser`npm install --no-audit --no-fund ${published.map(({ name }) => name)}`,
    'a program makes a token and verifies it': async () => {
      const program = `
        import { generateToken04, verifyToken04 } from '@token04/core';
        const secret = process.env.ZEGO_SERVER_SECRET;
        const token = generateToken04(1, 'demo', secret, 3600, '');
        console.log(verifyToken04(token, { serverSecret: secret, appId: 1 }).userId);`;
      const { stdout } = await inUser({ input: program })`node --input-type=module -`;
      assert.equal(stdout, 'demo');
    },
    'npx @token04/cli makes a token and verifies it': async () => {
      const { stdout } = await inUser`npx @token04/cli generate --app-id 1 --user demo --ttl 1h`;
      assert.match(stdout, /^04/);
      await inUser({ input: stdout })`npx @token04/cli verify - --user demo`;
    },
    'npx @token04/cli runs where nothing is installed, too': async () => {
      const { stdout } = await inUser({ cwd: '/' })`npx --yes @token04/cli --version`;
      assert.equal(stdout, published.find(({ name }) => name === '@token04/cli').version);
    },
    'npx @token04/parity checks the fixtures that came with it': async () => {
      const vectors = 'node_modules/@token04/fixtures/vectors/node-cbc.json';
      await inUser`npx @token04/parity check-vectors ${vectors}`;
    },
    'npx @token04/server says how it is used': () => inUser`npx @token04/server --help`,
    'links of a README lead somewhere': async () => {
      const readme = await readFile(join(user, 'node_modules/@token04/doctor/README.md'), 'utf8');
      assert.match(
        readme,
        /\]\(https:\/\/github\.com\/example\/token04\/blob\/HEAD\/docs\/codes\.md/,
      );
      assert.doesNotMatch(readme, /\]\(\.\.?\//);
    },
  };
  for (const [title, step] of Object.entries(steps)) await total.run(title, step);
}

/** Verdaccio, which asks npm's registry for what is not ours. */
async function startRegistry(temporary) {
  const port = await freePort();
  const { stdout: uplink } = await execa`npm config get registry`;
  const config = join(temporary, 'verdaccio.yaml');
  const everyone = { access: '$all', publish: '$all' };
  await writeFile(
    config,
    // JSON is YAML, too.
    JSON.stringify({
      storage: join(temporary, 'storage'),
      listen: `127.0.0.1:${port}`,
      uplinks: { npm: { url: uplink } },
      packages: { '@token04/*': everyone, '**': { ...everyone, proxy: 'npm' } },
      web: { enable: false },
      log: { type: 'stdout', format: 'pretty', level: 'warn' },
    }),
  );
  const verdaccio = join(folder, 'node_modules/verdaccio/bin/verdaccio');
  return startServer(process.execPath, [verdaccio, '--config', config], {
    findUrl: (written) =>
      written.includes('http address') ? `http://127.0.0.1:${port}` : undefined,
  });
}

async function publishedPackages(copy) {
  const { stdout } = await execa({
    cwd: copy,
  })`git ls-files */package.json packages/*/package.json`;
  const manifests = await Promise.all(
    stdout.split('\n').map(async (path) => JSON.parse(await readFile(join(copy, path), 'utf8'))),
  );
  return manifests.filter(({ name, private: isPrivate }) => /^@token04\//.test(name) && !isPrivate);
}

async function packageManager() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).packageManager;
}
