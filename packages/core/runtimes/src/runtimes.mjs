import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { chromiumPath } from '../../../test-kit/dist/chromium.mjs';
import { firefoxPath, startFirefox } from '../../../test-kit/dist/firefox.mjs';
import { startChromium } from '../../../test-kit/dist/start-chromium.mjs';
import { startWebkit, webkitPath } from '../../../test-kit/dist/webkit.mjs';
import { snapshotFaults } from '../../test/snapshot/faults.mjs';
import { ANYWHERE } from './bundle.mjs';
import { bun, deno, environment, nodes, slowNode24, workerd } from './command-lines.mjs';
import { runInPage } from './page.mjs';
import { REPORT_MARK } from './report.mjs';

/** In milliseconds, for one run, which takes a fortieth of it. */
const TIMEOUT = 600_000;

const folder = fileURLToPath(new URL('..', import.meta.url));
const options = { cwd: folder, stdin: 'ignore', env: environment, timeout: TIMEOUT, all: true };

/**
 * Where the suites run. `entries` are those files of `entries` that can run there; `executable` is undefined
 * where this machine has none; `run(executable, entry)` promises `{ version, output }`.
 */
export const runtimes = [
  ...nodes.map((runtime) => commandLine(runtime, ['node', ...ANYWHERE, 'server'])),
  ...[deno, bun].map((runtime) => commandLine(runtime, ['node', ...ANYWHERE])),
  commandLine(workerd, ANYWHERE),
  browser('Chromium', chromiumPath, startChromium),
  browser('Firefox', firefoxPath, startFirefox),
  browser('WebKitGTK', webkitPath, startWebkit),
];

/** Where a startup snapshot is made and started, in the form of {@link runtimes}. */
export const snapshots = [...nodes, slowNode24].map(({ name, executable }) => ({
  name,
  entries: ['snapshot'],
  executable,
  async run(path) {
    const faults = await snapshotFaults(path);
    const failures = faults.map((message) => ({ name: 'startup snapshot', message }));
    const report = { passed: failures.length === 0 ? 1 : 0, failures };
    return { version: await versionOf(path), output: REPORT_MARK + JSON.stringify(report) };
  },
}));

/** A runtime that is an executable. */
function commandLine({ name, executable, args }, entries) {
  return {
    name,
    entries,
    executable,
    async run(path, entry) {
      const { all } = await execa(path, args(bundle(entry)), options);
      return { version: await versionOf(path), output: all };
    },
  };
}

/** What an executable prints on `--version`, but for its name. */
async function versionOf(path) {
  const { all } = await execa(path, ['--version'], options);
  return /\d[\w.-]*/.exec(all)[0];
}

/** @param start given the executable and a limit of time, promises `{ version, open(url), close() }` */
function browser(name, executable, start) {
  return {
    name,
    entries: ANYWHERE,
    executable,
    run: (path, entry) => runInPage(() => start(path, TIMEOUT), bundle(entry), TIMEOUT),
  };
}

function bundle(entry) {
  // The server is not bundled: it finds its dependencies from where it was built.
  return join(folder, entry === 'server' ? 'entries' : 'dist', `${entry}.mjs`);
}
