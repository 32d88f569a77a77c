import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from '@token04/test-kit/seed';
import { testFolder } from '@token04/test-kit/test-folder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOW, OTHER_SECRET, SECRET, token04, tokenOf } from '../run.ts';

const folder = testFolder();

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const VERIFY = ['verify', tokenOf(), '--now', String(NOW)];
const NO_SECRET = { ZEGO_SERVER_SECRET: '' };

describe('--secret-file', () => {
  test.each([
    ['plain', SECRET],
    ['with a line end', `${SECRET}\n`],
    ['with that of Windows', `${SECRET}\r\n`],
    ['with a byte order mark', `\ufeff${SECRET}`],
  ])('%s', async (name, content) => {
    const args = [...VERIFY, '--secret-file', file(name, content)];
    expect((await token04(args, { env: NO_SECRET })).exitCode).toBe(0);
  });

  test('comes before the environment', async () => {
    const env = { ZEGO_SERVER_SECRET: OTHER_SECRET };
    const args = [...VERIFY, '--secret-file', file('first', SECRET)];
    expect((await token04(VERIFY, { env })).exitCode).toBe(1);
    expect((await token04(args, { env })).exitCode).toBe(0);
  });

  test('twice while the secret is rotated, but once to make a token', async () => {
    const files = [OTHER_SECRET, SECRET].flatMap((secret) => [
      '--secret-file',
      file(secret.slice(0, 4), secret),
    ]);
    expect((await token04([...VERIFY, ...files], { env: NO_SECRET })).exitCode).toBe(0);
    const generate = ['generate', '--app-id', '1', '--user', 'demo', '--ttl', '1h'];
    const { exitCode, stderr } = await token04([...generate, ...files]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'token04: --secret-file may be given once here',
    });
  });

  test.each([
    ['missing', join(folder, 'none'), 'the secret file cannot be read (ENOENT)'],
    ['a folder', folder, 'the secret file cannot be read (EISDIR)'],
    ['not text', file('bytes', Uint8Array.of(0xff)), 'the secret file is not text in UTF-8'],
    ['large', file('large', 'a'.repeat(1_000_001)), 'the secret file is larger than 1000000 bytes'],
    [
      'an AppSign',
      file('sign', SECRET + SECRET),
      'the secret must be a string of 32 bytes (not the AppSign), got a string of 64 bytes',
    ],
  ])('%s: exit 2', async (_what, path, message) => {
    const { exitCode, stdout, stderr } = await token04([...VERIFY, '--secret-file', path]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(`token04: ${message}`);
  });
});

test.each([
  ['generate', '--app-id', '1', '--user', 'demo', '--ttl', '1h'],
  ['verify', tokenOf()],
])('%s without any secret: exit 2, and where to put it', async (...args) => {
  const { exitCode, stdout, stderr } = await token04(args, { env: NO_SECRET });
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'token04: the server secret is missing: set ZEGO_SERVER_SECRET, or name a file with ' +
      '--secret-file',
  });
});

test.each([
  [['generate', '--secret', SECRET]],
  [['generate', `--secret=${SECRET}`, '--app-id', '1']],
  [['verify', tokenOf(), '--secret']],
  [['doctor', tokenOf(), '--secret', SECRET]],
])('--secret is refused with the reason: %j', async (args) => {
  const { exitCode, stdout, stderr } = await token04(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toBe(
    'token04: a secret is not taken as an argument, since it would stay in the history of the ' +
      'shell and be seen in the list of processes: set ZEGO_SERVER_SECRET, or use --secret-file',
  );
});

test('no error has a secret, a token or a stack in it, wherever they are put', async () => {
  const token = tokenOf();
  const word = fc.constantFrom(
    ...['generate', 'inspect', 'verify', 'doctor', 'completion', '-', '--json', '--secret'],
    ...['--secret-file', '--app-id', '--ttl', '--now', '--mode', '--payload', '--rule', '--room'],
    ...[SECRET, `--secret=${SECRET}`, `--server-secret=${SECRET}`, `-s${SECRET}`, `--${SECRET}`],
    ...[
      `--x='${SECRET}'`,
      `--mode=${SECRET}`,
      `@${SECRET}`,
      token,
      `${token}\n`,
      `--token=${token}`,
    ],
  );
  const line = fc.tuple(
    fc.constantFrom('generate', 'inspect', 'verify', 'doctor', SECRET, token, '--secret'),
    fc.array(word, { maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(line, async ([command, words]) => {
      const { exitCode, stdout, stderr } = await token04([command, ...words], {
        input: SECRET,
        env: { ZEGO_SERVER_SECRET: OTHER_SECRET },
      });
      expect([0, 1, 2]).toContain(exitCode);
      for (const hidden of [SECRET, OTHER_SECRET, token.slice(2), ' at ']) {
        expect(stderr).not.toContain(hidden);
      }
      if (exitCode === 2) expect(stderr).toMatch(/^token04: [^\n]+$|^Usage: /);
      if (exitCode === 1) expect(stdout).not.toContain(OTHER_SECRET);
    }),
    { numRuns: 40, seed },
  );
});
