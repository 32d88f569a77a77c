// The runtimes that are executables, and how each is given a file to run.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  installed,
  installedBun,
  installedDeno,
  installedWorkerd,
} from '../../../test-kit/dist/installed.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
const modules = join(folder, 'node_modules');

/** So that they print no colours, ask nobody on the network, and keep what they keep in here. */
export const environment = {
  NO_COLOR: '1',
  DENO_NO_UPDATE_CHECK: '1',
  DENO_DIR: join(modules, '.cache', 'deno'),
};

const runFile = (file) => [file];

/** `executable` is undefined where this machine has none; `args(file)` runs a file. */
export const nodes = [
  { name: `Node.js ${process.versions.node.split('.')[0]}`, executable: process.execPath },
  { name: 'Node.js 22', executable: installed(modules, 'node22/bin/node') },
  { name: 'Node.js 24', executable: installed(modules, 'node24/bin/node') },
  { name: 'Node.js 26', executable: installed(modules, 'node26/bin/node') },
].map((node) => ({ ...node, args: runFile }));

/** OpenSSL's ciphers take several times as long there as before and after. */
export const slowNode24 = {
  name: 'Node.js 24.21',
  executable: installed(modules, 'node24.21/bin/node'),
  args: runFile,
};

export const deno = {
  name: 'Deno',
  executable: installedDeno(modules),
  args: (file) => ['run', '--no-config', '--no-lock', '--no-remote', '--no-prompt', file],
};

export const bun = {
  name: 'Bun',
  executable: installedBun(modules),
  args: (file) => ['run', '--no-install', file],
};

export const workerd = {
  name: 'workerd',
  executable: installedWorkerd(modules),
  args: (file) => ['test', file.replace(/\.mjs$/, '.capnp')],
};
