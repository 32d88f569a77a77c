// The way in from npm: `node scripts/with-pnpm.mjs run <script>` installs what the lockfile names
// and runs a script of package.json, on a machine that has only Node.js and npm. No dependency may
// be imported here, as none is installed yet.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packageManager, engines } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

const [verb, script, ...rest] = process.argv.slice(2);
// Only such a name needs no quoting in any shell.
if (verb !== 'run' || !/^[\w:-]+$/.test(script ?? '') || rest.length > 0) {
  console.error('usage: node scripts/with-pnpm.mjs run <script>');
  process.exit(2);
}

if (!isNewEnough(process.versions.node, engines.node)) {
  console.error(`This project needs Node.js ${engines.node}; this is ${process.versions.node}.`);
  process.exit(1);
}

const install = await pnpm(['install', '--frozen-lockfile'], { quiet: true });
if (install.status !== 0) {
  process.stderr.write(install.output);
  console.error('The dependencies could not be installed; the lines above say why.');
  process.exit(install.status);
}
// Silent: pnpm's own last line would follow the one that the script closes with.
process.exit((await pnpm(['--silent', 'run', script])).status);

/** Whether a version such as `20.19.0` satisfies a range of the one form `>=20.19`. */
function isNewEnough(version, range) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor = 0] = range.replace('>=', '').split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/**
 * Runs the pnpm that package.json names, through npx, which also puts it on the PATH of all that
 * runs inside: turbo looks for it there. Signals are passed on to everything inside.
 *
 * @returns `{ status, output }`: the exit status as a shell would give it; what was printed if quiet
 */
function pnpm(args, { quiet = false } = {}) {
  const npxArgs = ['--yes', packageManager, ...args];
  const onWindows = process.platform === 'win32';
  const options = {
    cwd: root,
    // A process group of its own, to which signals can be passed on as a whole: npx ends at one
    // without a word to pnpm. Windows has no such groups.
    detached: !onWindows,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  };
  // On Windows npx is a batch file, which Node.js starts in a shell alone.
  const child = onWindows
    ? spawn(`npx ${npxArgs.join(' ')}`, { ...options, shell: true })
    : spawn('npx', npxArgs, options);

  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }

  const forward = (signal) => (onWindows ? child.kill(signal) : process.kill(-child.pid, signal));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    const finish = (status) => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ status, output });
    };
    child.on('error', (error) => {
      output += `npx cannot be started: ${error.message}\n`;
      if (!quiet) process.stderr.write(output);
      finish(1);
    });
    child.on('close', (code, signal) => finish(code ?? 128 + constants.signals[signal]));
  });
}
