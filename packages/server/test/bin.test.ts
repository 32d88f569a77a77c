import type { RunningProgram } from '@token04/test-kit/program';
import { until } from '@token04/test-kit/until';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { SETTINGS } from '../src/ready/settings.ts';
import { serverSecret } from './app.ts';
import { readyServers, settings, start } from './bin.ts';
import { openSocket, untilClosed } from './sockets.ts';

const run = readyServers();

test('a bad configuration: each mistake a line, exit code 2', async () => {
  const { exitCode, stdout, stderr } = await start({
    ZEGO_APP_ID: '0',
    PORT: 'x',
    JWT_SECRET: 'y',
  });
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.split('\n')).toEqual([
    'ZEGO_APP_ID must be an integer from 1 to 4294967295',
    'JWT_SECRET must have 32 bytes or more',
    'PORT must be an integer from 0 to 65535',
    'ZEGO_SERVER_SECRET or ZEGO_SERVER_SECRET_FILE must be given, exactly one of them',
  ]);
});

test('--version is that of the package, and --help lists the settings', async () => {
  expect(await start({}, '--version')).toMatchObject({ exitCode: 0, stdout: packageJson.version });
  const { exitCode, stdout } = await start({}, '--help');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('--dev-identity');
  for (const [setting, { variable }] of Object.entries(SETTINGS)) {
    expect(stdout).toMatch(new RegExp(`^  ${variable} +[^ ].* \\(${setting}\\)$`, 'm'));
  }
});

test.each([
  [['--nothing'], 'there is no --nothing; see --help'],
  [['--config'], '--config needs a value; see --help'],
  [['--config', 'a', '--config', 'b'], '--config is given twice; see --help'],
  [
    ['--dev-identity', serverSecret, '--dev-identity', serverSecret],
    '--dev-identity is given twice; see --help',
  ],
  [
    [`--secret=${serverSecret}`],
    'it takes --config FILE and --dev-identity USER, and nothing else; see --help',
  ],
  [[serverSecret], 'it takes --config FILE and --dev-identity USER, and nothing else; see --help'],
])('arguments %j: one line that repeats no secret, exit code 2', async (args, line) => {
  const { exitCode, stdout, stderr } = await start({}, ...args);
  expect([exitCode, stdout, stderr]).toEqual([2, '', `token04-server: ${line}`]);
});

test('a port that is taken: one line, exit code 1', async () => {
  const first = await run({}, '--dev-identity', 'demo');
  const PORT = new URL(first.url).port;
  const { exitCode, stderr } = await start({ ...settings, PORT }, '--dev-identity', 'demo');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^token04-server: HOST, PORT: listen EADDRINUSE[^\n]*$/);
});

test('/healthz answers, and another path gets 404 and is not logged', async () => {
  const { url, log } = await run({}, '--dev-identity', 'demo');
  const health = await fetch(new URL('/healthz', url));
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  const missing = await fetch(new URL('/token/04AAsecretpath', url));
  expect([missing.status, (await missing.json()).code]).toEqual([404, 'not-found']);
  await until(() => log().includes('"status":404'));
  expect(log()).not.toContain('secretpath');
});

describe('--dev-identity', () => {
  let server: Promise<RunningProgram> | undefined;
  test.each([
    ['localhost', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1', 200],
    ['[::1]', 200],
    ['evil.example', 401],
    ['127.0.0.1.evil.example', 401],
    ['localhost.evil.example', 401],
    ['192.168.0.1', 401],
    ['evil.example@localhost', 400],
  ])('Host: %s: %s', async (host, status) => {
    server ??= run({}, '--dev-identity', 'demo');
    const { url } = await server;
    const { port } = new URL(url);
    const socket = await openSocket(url);
    socket.write(
      `POST /token HTTP/1.1\r\nHost: ${host}:${port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    expect(await untilClosed(socket)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });
});
