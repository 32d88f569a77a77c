// For folders outside of the workspace, with a package-lock.json of their own: their tools take
// hundreds of megabytes, which `npm test` shall not install. No dependency may be imported here, as
// none is installed yet.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const withPnpm = fileURLToPath(new URL('../with-pnpm.mjs', import.meta.url));

/** Builds the workspace, and installs what the folder's lock file names unless that was done. */
export function prepareFolder(folder, announcement, npmFlags = []) {
  runOrExit(folder, process.execPath, [withPnpm, 'run', 'build']);

  const lock = join(folder, 'package-lock.json');
  const installedLock = join(folder, 'node_modules', 'installed-lock.json');
  if (existsSync(installedLock) && readFileSync(installedLock).equals(readFileSync(lock))) return;
  console.log(announcement);
  runOrExit(folder, 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...npmFlags]);
  copyFileSync(lock, installedLock);
}

/** Runs a command whose output is of interest only if it fails. */
function runOrExit(folder, command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 100_000_000,
    timeout: 3_600_000,
    // On Windows npm is a batch file, which Node.js starts in a shell alone.
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}
