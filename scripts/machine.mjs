// What the result of a test depends on and no file of the repository says: the versions of Node.js
// and of the programs that tests start. Turbo takes it for an input, so that no result is taken
// from its cache that another machine, or this one before an upgrade, came to.
import { createHash } from 'node:crypto';
import { execa } from 'execa';

const PROGRAMS = [
  ['go', 'version'],
  ['python3', '-c', 'import sys, cryptography; print(sys.version, cryptography.__version__)'],
  ['php', '--version'],
  ['redis-server', '--version'],
  ['openssl', 'version'],
  ['curl', '--version'],
  ['bash', '--version'],
  ['zsh', '--version'],
  ['fish', '--version'],
  ['man', '--version'],
  ['mandoc', '--version'],
  ['script', '--version'],
  [process.env.CHROMIUM ?? 'chromium', '--version'],
];

/** A hash of all of them; a program that is not there has none. */
export async function machineHash() {
  const answers = PROGRAMS.map(async ([file, ...args]) => {
    const options = { reject: false, all: true, stdin: 'ignore', timeout: 60_000 };
    const { all = '' } = await execa(file, args, options);
    return [file, all];
  });
  const said = [process.version, process.platform, process.arch, ...(await Promise.all(answers))];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
