import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { chromiumPath } from '../../../../scripts/lib/chromium.mjs';
import { startChromium } from './chromium.mjs';
import { bun, deno, environment, nodes, workerd } from './command-lines.mjs';
import { firefoxPath, startFirefox } from './firefox.mjs';
import { runInPage } from './page.mjs';
import { startWebkit, webkitPath } from './webkit.mjs';

/** In milliseconds, for one run, which takes a fortieth of it. */
const TIMEOUT = 600_000;

const folder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Where the suite runs. `entries` are those of core that can run there; `executable` is undefined
 * where this machine has none; `run(executable, entry)` promises `{ version, output }`.
 */
export const runtimes = [
  ...[...nodes, deno, bun].map((runtime) => commandLine(runtime, ['node', 'web'])),
  commandLine(workerd, ['web']),
  browser('Chromium', chromiumPath, startChromium),
  browser('Firefox', firefoxPath, startFirefox),
  browser('WebKitGTK', webkitPath, startWebkit),
];

/** A runtime that is an executable; it prints its version on `--version`. */
function commandLine({ name, executable, args }, entries) {
  const options = { cwd: folder, stdin: 'ignore', env: environment, timeout: TIMEOUT };
  return {
    name,
    entries,
    executable,
    async run(path, entry) {
      const { stdout } = await execa(path, ['--version'], options);
      const { all } = await execa(path, args(bundle(entry)), { ...options, all: true });
      return { version: /\d[\w.-]*/.exec(stdout)[0], output: all };
    },
  };
}

/** @param start given the executable and a limit of time, promises `{ version, open(url), close() }` */
function browser(name, executable, start) {
  return {
    name,
    entries: ['web'],
    executable,
    run: (path, entry) => runInPage(() => start(path, TIMEOUT), bundle(entry), TIMEOUT),
  };
}

function bundle(entry) {
  return join(folder, 'dist', `${entry}.mjs`);
}
