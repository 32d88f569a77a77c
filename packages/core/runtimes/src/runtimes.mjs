import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { chromiumPath } from '../../../../scripts/lib/chromium.mjs';
import { startChromium } from './chromium.mjs';
import { firefoxPath, startFirefox } from './firefox.mjs';
import { runInPage } from './page.mjs';
import { startWebkit, webkitPath } from './webkit.mjs';

/** In milliseconds, for one run, which takes a fortieth of it. */
const TIMEOUT = 600_000;

const ENVIRONMENT = {
  NO_COLOR: '1',
  DENO_NO_UPDATE_CHECK: '1',
  DENO_DIR: fileURLToPath(new URL('../node_modules/.cache/deno', import.meta.url)),
};

const folder = fileURLToPath(new URL('..', import.meta.url));
const exe = process.platform === 'win32' ? '.exe' : '';

/**
 * Where the suite runs. `entries` are those of core that can run there; `executable` is undefined
 * where this machine has none; `run(executable, entry)` promises `{ version, output }`.
 */
export const runtimes = [
  commandLine(`Node.js ${process.versions.node.split('.')[0]}`, process.execPath, ['node', 'web']),
  commandLine('Node.js 22', installed('node22/bin/node'), ['node', 'web']),
  commandLine('Node.js 24', installed('node24/bin/node'), ['node', 'web']),
  commandLine('Node.js 26', installed('node26/bin/node'), ['node', 'web']),
  commandLine('Deno', installedFor('@deno', `deno${exe}`), ['node', 'web'], (entry) => [
    'run',
    '--no-config',
    '--no-lock',
    '--no-remote',
    '--no-prompt',
    bundle(entry),
  ]),
  commandLine('Bun', installedFor('@oven', `bin/bun${exe}`), ['node', 'web'], (entry) => [
    'run',
    '--no-install',
    bundle(entry),
  ]),
  commandLine('workerd', installedFor('@cloudflare', `bin/workerd${exe}`), ['web'], () => [
    'test',
    join(folder, 'workerd.capnp'),
  ]),
  browser('Chromium', chromiumPath, startChromium),
  browser('Firefox', firefoxPath, startFirefox),
  browser('WebKitGTK', webkitPath, startWebkit),
];

/** @param start given the executable and a limit of time, promises `{ version, open(url), close() }` */
function browser(name, executable, start) {
  return {
    name,
    entries: ['web'],
    executable,
    run: (path, entry) => runInPage(() => start(path, TIMEOUT), bundle(entry), TIMEOUT),
  };
}

/** A runtime that is an executable, given a file to run; it prints its version on `--version`. */
function commandLine(name, executable, entries, argumentsFor = (entry) => [bundle(entry)]) {
  const options = { cwd: folder, stdin: 'ignore', env: ENVIRONMENT, timeout: TIMEOUT };
  return {
    name,
    entries,
    executable,
    async run(path, entry) {
      const { stdout } = await execa(path, ['--version'], options);
      const { all } = await execa(path, argumentsFor(entry), { ...options, all: true });
      return { version: /\d[\w.-]*/.exec(stdout)[0], output: all };
    },
  };
}

function bundle(entry) {
  return join(folder, 'dist', `${entry}.mjs`);
}

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
