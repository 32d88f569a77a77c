import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ReadStream } from 'node:tty';
import { readTextFile } from './input.ts';
import { UsageError } from './usage-error.ts';

const VARIABLE = 'ZEGO_SERVER_SECRET';

/**
 * The secrets of the files, or else the one of the environment, or else the one that is typed at a prompt.
 * An empty list if there is none.
 */
export async function readSecrets(files: readonly string[]): Promise<string[]> {
  if (files.length > 0) {
    return await Promise.all(files.map((file) => readTextFile(file, 'the secret file')));
  }
  const secret = process.env[VARIABLE] || (await askForSecret());
  return secret === '' ? [] : [secret];
}

/** Secrets that a token may have been made with by mistake. An empty file has none. */
export async function readOtherSecrets(files: readonly string[]): Promise<string[]> {
  const name = 'the file of the other secret';
  const secrets = await Promise.all(files.map((file) => readTextFile(file, name)));
  return secrets.filter((secret) => secret !== '');
}

/** The same, for commands that cannot work without a secret. */
export async function requireSecrets(files: readonly string[]): Promise<string[]> {
  const secrets = await readSecrets(files);
  if (secrets.length > 0) return secrets;
  throw new UsageError(
    `the server secret is missing: set ${VARIABLE}, or name a file with --secret-file`,
  );
}

/** Nothing of what is typed is shown, not even its length. Empty where there is no terminal. */
async function askForSecret(): Promise<string> {
  const input = process.stdin.isTTY && process.stderr.isTTY ? openTerminal() : undefined;
  if (input === undefined) return '';
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output, terminal: true, historySize: 0 });
  // After createInterface, since only from then on the terminal echoes nothing.
  process.stderr.write('Server secret (not shown): ');
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => lines.close());
      lines.once('close', () => reject(new UsageError('no secret was given')));
      lines.question('', resolve);
    });
  } finally {
    lines.close();
    input.destroy();
    process.stderr.write('\n');
  }
}

/** A handle of its own, since stdin may carry the token or the payload. */
function openTerminal(): ReadStream | undefined {
  try {
    return new ReadStream(
      openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'),
    );
  } catch {
    return undefined;
  }
}
