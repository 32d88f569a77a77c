import { execa } from 'execa';
import { expect, test } from 'vitest';
import { bin, NOW, SECRET, tokenOf } from '../run.ts';
import { describeWith } from '../tools.ts';

const ESCAPE = '\u001b[';

/** Runs the command on a terminal of its own, and types there: at the prompt, and after it. */
async function onTerminal(
  args: readonly string[],
  {
    env = {},
    type = '',
    typeThen = '',
  }: { env?: Record<string, string>; type?: string; typeThen?: string } = {},
): Promise<{ exitCode: number | undefined; screen: string }> {
  const command = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ');
  const terminal = execa('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { ZEGO_SERVER_SECRET: SECRET, NO_COLOR: '', TZ: 'UTC', ...env },
    reject: false,
    timeout: 100_000,
  });
  if (type !== '') {
    let shown = '';
    const toType = [
      { when: /\(not shown\)/, text: type },
      { when: /\(not shown\): \r?\n/, text: typeThen },
    ];
    terminal.stdout.on('data', (chunk: Buffer) => {
      shown += chunk;
      while (toType[0]?.when.test(shown)) terminal.stdin.write(toType.shift()?.text ?? '');
    });
  }
  const { exitCode, stdout } = await terminal;
  return { exitCode, screen: stdout.replaceAll('\r\n', '\n') };
}

const VERIFY = ['verify', tokenOf(), '--now', String(NOW)];

describeWith('script', 'on a terminal', () => {
  test('the verdict is coloured', async () => {
    const { exitCode, screen } = await onTerminal(VERIFY);
    expect(exitCode).toBe(0);
    expect(screen).toContain(`${ESCAPE}32m✓${ESCAPE}39m the token is good`);
  });

  test('NO_COLOR: the verdict is not coloured', async () => {
    const { screen } = await onTerminal(VERIFY, { env: { NO_COLOR: '1' } });
    expect(screen).toContain('✓ the token is good');
    expect(screen).not.toContain(ESCAPE);
  });

  test('generate says on stderr what the token is', async () => {
    const args = ['generate', '--app-id', '5', '--user', 'demo', '--ttl', '1h'];
    const { screen } = await onTerminal(args);
    expect(screen).toMatch(
      /^04[\w+/]+=*\n {2}app {6}5\n {2}user {5}"demo"\n {2}expires {2}2\d{3}-/,
    );
    expect(screen).toContain('  payload  none: an identity token, limited to no room');
  });

  test('asks for the secret, and shows nothing of it', async () => {
    const { exitCode, screen } = await onTerminal(VERIFY, {
      env: { ZEGO_SERVER_SECRET: '' },
      type: `${SECRET}\r`,
    });
    expect(exitCode).toBe(0);
    expect(screen).toContain('the token is good');
    expect(screen).not.toContain(SECRET.slice(0, 2));
    expect(screen).not.toContain('*');
  });

  test('Ctrl-C at the prompt: exit 2', async () => {
    const { exitCode, screen } = await onTerminal(VERIFY, {
      env: { ZEGO_SERVER_SECRET: '' },
      type: 'fa94\u0003',
    });
    expect(exitCode).toBe(2);
    expect(screen).toContain('token04: no secret was given');
  });

  test('the prompt leaves stdin to the token', async () => {
    const { exitCode, screen } = await onTerminal(['verify', '-', '--now', String(NOW)], {
      env: { ZEGO_SERVER_SECRET: '' },
      type: `${SECRET}\r`,
      typeThen: `${tokenOf()}\r\u0004`,
    });
    expect(screen).toContain('the token is good');
    expect(exitCode).toBe(0);
  });

  test('doctor goes without a secret if none is typed', async () => {
    const { exitCode, screen } = await onTerminal(['doctor', tokenOf(), '--now', String(NOW)], {
      env: { ZEGO_SERVER_SECRET: '' },
      type: '\r',
    });
    expect(exitCode).toBe(0);
    expect(screen).toContain('nothing wrong can be seen without the secret');
  });
});

describeWith('bash', 'stdout', () => {
  const inBash = (command: string) =>
    execa(
      'bash',
      ['--norc', '-c', command.replaceAll('token04', `'${process.execPath}' '${bin}'`)],
      {
        reject: false,
        timeout: 100_000,
      },
    );

  test('that is closed early ends the command without a message', async () => {
    const { stdout, stderr } = await inBash('token04 completion bash | true');
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  });

  test('that is closed early: exit 1', async () => {
    const { stdout } = await inBash('set -o pipefail; token04 completion bash | true; echo $?');
    expect(stdout).toBe('1');
  });

  test('that is full: exit 1, and one line on stderr', async () => {
    const { exitCode, stderr } = await inBash('token04 --version > /dev/full');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'token04: stdout cannot be written (ENOSPC)',
    });
  });
});
