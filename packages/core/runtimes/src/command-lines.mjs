// The runtimes that are executables, and how each is given a file to run.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
const exe = process.platform === 'win32' ? '.exe' : '';

/** So that they print no colours, ask nobody on the network, and keep what they keep in here. */
export const environment = {
  NO_COLOR: '1',
  DENO_NO_UPDATE_CHECK: '1',
  DENO_DIR: join(folder, 'node_modules', '.cache', 'deno'),
};

const runFile = (file) => [file];

/** `executable` is undefined where this machine has none; `args(file)` runs a file. */
export const nodes = [
  { name: `Node.js ${process.versions.node.split('.')[0]}`, executable: process.execPath },
  { name: 'Node.js 22', executable: installed('node22/bin/node') },
  { name: 'Node.js 24', executable: installed('node24/bin/node') },
  { name: 'Node.js 26', executable: installed('node26/bin/node') },
].map((node) => ({ ...node, args: runFile }));

/** OpenSSL's ciphers take several times as long there as before and after. */
export const slowNode24 = {
  name: 'Node.js 24.21',
  executable: installed('node24.21/bin/node'),
  args: runFile,
};

export const deno = {
  name: 'Deno',
  executable: installedFor('@deno', `deno${exe}`),
  args: (file) => ['run', '--no-config', '--no-lock', '--no-remote', '--no-prompt', file],
};

export const bun = {
  name: 'Bun',
  executable: installedFor('@oven', `bin/bun${exe}`),
  args: (file) => ['run', '--no-install', file],
};

export const workerd = {
  name: 'workerd',
  executable: installedFor('@cloudflare', `bin/workerd${exe}`),
  args: () => ['test', join(folder, 'workerd.capnp')],
};

/** A file of an installed package; npm leaves out optional ones that are not for this machine. */
function installed(path) {
  const whole = join(folder, 'node_modules', path);
  return existsSync(whole) ? whole : undefined;
}

/** A file of the one package in a scope that is for this machine. */
function installedFor(scope, path) {
  const packages = existsSync(join(folder, 'node_modules', scope))
    ? readdirSync(join(folder, 'node_modules', scope))
    : [];
  return packages.map((name) => installed(join(scope, name, path))).find(Boolean);
}
