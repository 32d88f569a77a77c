// How the ready server follows the file of a secret.
import { chmodSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { testFolder } from '@token04/test-kit/test-folder';
import { until } from '@token04/test-kit/until';
import { execa } from 'execa';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { type Secret, secretInFile } from '../../src/ready/secret.ts';
import { serverSecret as rule } from '../../src/ready/secret-rules.ts';
import { otherSecret, serverSecret } from '../app.ts';
import { cli, onWindows, settings } from '../bin.ts';

const folder = testFolder();

const ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending.splice(0)) end();
});

function follow(path: string): { secret: Secret; log: () => string } {
  let text = '';
  const log = pino({}, { write: (line: string) => (text += line) });
  const secret = secretInFile(path, rule, log);
  ending.push(() => secret.end());
  return { secret, log: () => text };
}

function file(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

test('what is wrong with a new secret is told once, and the next good one is taken', async () => {
  const path = file('followed', serverSecret);
  const { secret, log } = follow(path);
  for (let i = 0; i < 3; i++) {
    writeFileSync(path, `${otherSecret} `);
    await secret.reload();
  }
  expect(secret.now()).toBe(serverSecret);
  expect(log().match(/secret not rotated/g)).toHaveLength(1);
  expect(log()).toContain('must not have blanks at its start or end');
  expect(log()).not.toContain(otherSecret);

  rmSync(path);
  await secret.reload();
  expect(log()).toContain('cannot be read (ENOENT)');

  writeFileSync(path, otherSecret);
  await secret.reload();
  expect(secret.now()).toBe(otherSecret);
});

test('that a file is as before, after it could not be read, is told once', async () => {
  const path = file('back', serverSecret);
  const { secret, log } = follow(path);
  rmSync(path);
  await secret.reload();
  writeFileSync(path, serverSecret);
  for (let i = 0; i < 3; i++) await secret.reload();
  expect(log().match(/can be read again, and holds the one in use/g)).toHaveLength(1);
});

test('no secret that was read later is replaced by one that was read before', async () => {
  const path = file('hurried', serverSecret);
  const { secret } = follow(path);
  const looks = Array.from({ length: 50 }, (_, i) => {
    writeFileSync(`${path}.new`, i % 2 === 0 ? otherSecret : serverSecret);
    renameSync(`${path}.new`, path);
    return secret.reload();
  });
  writeFileSync(path, otherSecret);
  await Promise.all([...looks, secret.reload()]);
  expect(secret.now()).toBe(otherSecret);
});

test('all zeros, as of a file that was not written before the power went, are no secret', async () => {
  const path = file('zeros', serverSecret);
  const { secret, log } = follow(path);
  writeFileSync(path, Buffer.alloc(32));
  await secret.reload();
  expect(secret.now()).toBe(serverSecret);
  expect(log()).toContain('must not have control characters');
});

test('what is longer than any secret is not read', async () => {
  const path = file('long', serverSecret);
  const { secret, log } = follow(path);
  writeFileSync(path, 'a'.repeat(65_537));
  await secret.reload();
  expect(log()).toContain('cannot be read (more than 65536 bytes)');
});

test.skipIf(onWindows)(
  'a pipe or a device is refused, and a secret in their place is taken again',
  async () => {
    const path = file('odd', serverSecret);
    const { secret, log } = follow(path);
    const pipe = join(folder, 'pipe');
    await execa('mkfifo', [pipe]);
    for (const target of [pipe, '/dev/zero']) {
      rmSync(path);
      symlinkSync(target, path);
      await secret.reload();
      expect(secret.now()).toBe(serverSecret);
      expect(log()).toContain('cannot be read (not a file)');
    }
    rmSync(path);
    writeFileSync(path, otherSecret);
    await secret.reload();
    expect(secret.now()).toBe(otherSecret);
  },
);

test.skipIf(onWindows)('a server whose secret has become a pipe can be stopped', async () => {
  const path = file('piped', serverSecret);
  const { child, log } = await startWith(path, process.execPath, [cli]);
  rmSync(path);
  await execa('mkfifo', [path]);
  child.kill('SIGHUP');
  await until(() => log().includes('secret not rotated'));
  child.kill('SIGTERM');
  expect((await child).exitCode).toBe(0);
});

test.skipIf(onWindows)(
  'a file that every user may write is warned of, once, by what a link leads to',
  async () => {
    const target = file('target', serverSecret, 0o666);
    const link = join(folder, 'link');
    symlinkSync(target, link);
    const { secret, log } = follow(link);
    await secret.reload();
    await secret.reload();
    expect(log().match(/every user of this machine may write/g)).toHaveLength(1);

    chmodSync(target, 0o660);
    await secret.reload();
    chmodSync(target, 0o602);
    await secret.reload();
    expect(log().match(/every user of this machine may write/g)).toHaveLength(2);
    // A link itself has a mode of 0777.
    chmodSync(target, 0o600);
    const other = follow(link);
    await other.secret.reload();
    expect(other.log()).toBe('');
  },
);

test.skipIf(onWindows)('a rotation that failed for want of files is made up for', async () => {
  const path = file('starved', serverSecret);
  const limited = 'ulimit -n 60 && exec "$0" "$@"';
  const { log } = await startWith(path, 'sh', ['-c', limited, process.execPath, cli]);
  const { port } = new URL(/"url":"(http:[^"]+)"/.exec(log())?.[1] as string);
  const sockets = new Set<Socket>();
  /** Again and again, since the server closes what says nothing. */
  const starve = (): void => {
    while (sockets.size < 80) {
      const socket = connect(Number(port), '127.0.0.1');
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
  };
  ending.push(() => {
    for (const socket of sockets) socket.destroy();
  });
  await until(() => {
    starve();
    return log().includes('(EMFILE)');
  });
  writeFileSync(path, otherSecret);
  // Longer than from one look at the file to the next, which fails too.
  const end = performance.now() + 2500;
  await until(() => {
    starve();
    return performance.now() > end;
  });
  expect(log()).not.toContain('secret rotated');
  for (const socket of sockets) socket.destroy();
  await until(() => log().includes('secret rotated'));
});

/** A server that has its secret from a file and listens already, with what it has logged. */
async function startWith(path: string, program: string, args: string[]) {
  const { ZEGO_SERVER_SECRET: _, ...env } = settings;
  const child = execa(program, [...args, '--dev-identity', 'demo'], {
    env: { ...env, ZEGO_SERVER_SECRET_FILE: path },
    extendEnv: false,
    reject: false,
    timeout: 60_000,
  });
  ending.push(() => child.kill('SIGKILL'));
  let log = '';
  child.stdout.on('data', (chunk) => {
    log += chunk;
  });
  await until(() => log.includes('listening'));
  return { child, log: () => log };
}
