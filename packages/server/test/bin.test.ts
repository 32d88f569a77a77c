import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { authorizeRoom, verifyToken04 } from '@token04/core';
import type { RunningProgram } from '@token04/test-kit/program';
import { testFolder } from '@token04/test-kit/test-folder';
import { SignJWT } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { SETTINGS } from '../src/ready/settings.ts';
import { otherSecret, serverSecret } from './app.ts';
import { cli, listening, settings, start, until } from './bin.ts';

const jwtSecret = 'the secret of the session service, 32 bytes or more';

const folder = testFolder();
const started: RunningProgram[] = [];
afterAll(async () => {
  for (const server of started) server.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
});

async function run(env: object, ...args: string[]): Promise<RunningProgram> {
  const server = await listening({ ...settings, ...env }, ...args);
  started.push(server);
  return server;
}

function jwtFor(claims: object, sub = 'demo'): Promise<string> {
  return new SignJWT({ ...claims, sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(jwtSecret));
}

function ask(url: string, wish: object, jwt?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(jwt === undefined ? {} : { authorization: `Bearer ${jwt}` }),
    },
    body: JSON.stringify(wish),
  });
}

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

test('--version and --help, which lists the settings', async () => {
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
  expect(stderr).toMatch(/^token04-server: listen EADDRINUSE[^\n]*$/);
});

describe('with JWTs', () => {
  test('gives what the claims allow, and nothing else', async () => {
    const { url, log } = await run({ JWT_SECRET: jwtSecret, ALLOWED_ORIGINS: 'https://a.example' });
    const jwt = await jwtFor({ zego: { rooms: ['r1'], publish: true, streams: ['cam'] } });

    const response = await ask(
      url,
      { roomId: 'r1', publish: true, effectiveTimeInSeconds: 1e6 },
      jwt,
    );
    const { token, userId } = await response.json();
    expect(userId).toBe('demo');
    const { payload, ctime, expire } = verifyToken04(token, { serverSecret, userId: 'demo' });
    expect(expire - ctime).toBe(3600);
    const room = authorizeRoom(payload, { roomId: 'r1' });
    expect([room.login.allowed, room.publish('cam').allowed]).toEqual([true, true]);
    expect(room.publish('other').allowed).toBe(false);

    for (const wish of [{}, { roomId: 'r2' }, { roomId: 'r1', userId: 'root' }]) {
      expect((await ask(url, wish, jwt)).status).toBe(403);
    }
    for (const zego of [
      undefined,
      {},
      { rooms: 'r1' },
      { rooms: ['r1'], streams: [] },
      { rooms: ['r1'], streams: [''] },
      'r1',
    ]) {
      expect((await ask(url, { roomId: 'r1' }, await jwtFor({ zego }))).status).toBe(403);
    }
    expect((await ask(url, { roomId: 'r1' })).status).toBe(401);
    expect((await ask(url, { roomId: 'r1' }, `${jwt}x`)).status).toBe(401);
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://a.example');

    // What the log says, and what it must not say.
    await until(() => log().includes('"status":204'));
    expect(log()).toContain('"userId":"demo","roomId":"r1"');
    for (const secret of [token, jwt, serverSecret, jwtSecret, token.slice(10, 50)]) {
      expect(log()).not.toContain(secret);
    }
  });

  test('ROOMS=any lets every known user into any room', async () => {
    const { url } = await run({ JWT_SECRET: jwtSecret, ROOMS: 'any', TOKEN_MODE: 'gcm' });
    const answer = await (await ask(url, { roomId: 'r9' }, await jwtFor({}))).json();
    const { payload } = verifyToken04(answer.token, { serverSecret, modes: ['gcm'] });
    expect(authorizeRoom(payload, { roomId: 'r9' }).login.allowed).toBe(true);
  });

  test('the rate limit', async () => {
    const { url } = await run({ JWT_SECRET: jwtSecret, ROOMS: 'any', REQUESTS_PER_MINUTE: '1' });
    expect((await ask(url, {}, await jwtFor({}))).status).toBe(200);
    const refused = await ask(url, {}, await jwtFor({}));
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await ask(url, {}, await jwtFor({}, 'other'))).status).toBe(200);
  });
});

test('healthz and what is not there', async () => {
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
    const { hostname, port } = new URL((await server).url);
    const socket = connect(Number(port), hostname).setEncoding('latin1');
    socket.write(
      `POST /token HTTP/1.1\r\nHost: ${host}:${port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });
});

describe('metrics', () => {
  const metricsOf = ({ log }: RunningProgram) => /"metrics":"(http:[^"]+)"/.exec(log())?.[1];

  test('on a listener of their own', async () => {
    const server = await run({ METRICS_PORT: '0' }, '--dev-identity', 'demo');
    await ask(server.url, {});
    await ask(server.url, { x: 1 });
    const url = metricsOf(server) as string;
    expect(new URL(url).port).not.toBe(new URL(server.url).port);
    const metrics = await fetch(url);
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await metrics.text();
    expect(text).toContain('token04_requests_total{status="200"} 1');
    expect(text).toContain('token04_requests_total{status="400"} 1');
    expect(text).toContain('token04_request_duration_seconds_count 2');
    expect(text).toContain('process_resident_memory_bytes');
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    expect((await fetch(new URL('/token', url), { method: 'POST' })).status).toBe(404);
  });

  test.each([
    '/metrics',
    '/metrics/',
    '//metrics',
    '/METRICS',
    '/token/../metrics',
    '/token/%2e%2e/metrics',
    '/%6detrics',
    '/./metrics',
    '/metrics?x',
    '/metrics%00',
    'http://localhost/metrics',
  ])('not on the public port as %s', async (target) => {
    server ??= run({}, '--dev-identity', 'demo');
    const { hostname, port } = new URL((await server).url);
    // Not by fetch(), which would change the path.
    const socket = connect(Number(port), hostname).setEncoding('latin1');
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(text).not.toContain('token04_requests_total');
  });
  let server: Promise<RunningProgram> | undefined;

  test('a port that was asked for and is taken is refused', async () => {
    const first = await run({ METRICS_PORT: '0' }, '--dev-identity', 'demo');
    const METRICS_PORT = new URL(metricsOf(first) as string).port;
    const { exitCode, stderr } = await start(
      { ...settings, METRICS_PORT },
      '--dev-identity',
      'demo',
    );
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^token04-server: METRICS_HOST, METRICS_PORT: listen EADDRINUSE[^\n]*$/);
  });

  test('the usual port taken: a warning, and no metrics', async () => {
    const usual = createServer().listen(9464, '127.0.0.1');
    // Already taken by another program on this machine, maybe.
    await Promise.race([once(usual, 'listening'), once(usual, 'error')]).catch(() => {});
    const server = await run({}, '--dev-identity', 'demo');
    await until(() => server.log().includes('no metrics'));
    expect(metricsOf(server)).toBeUndefined();
    expect((await ask(server.url, {})).status).toBe(200);
    usual.close();
  });
});

test('a secret that is rotated while it runs: by SIGHUP, and by itself', async () => {
  const path = join(folder, 'rotated');
  writeFileSync(path, serverSecret);
  const { ZEGO_SERVER_SECRET: _, ...rest } = settings;
  const server = await listening(
    { ...rest, ZEGO_SERVER_SECRET_FILE: path, REQUESTS_PER_MINUTE: '1000000' },
    '--dev-identity',
    'demo',
  );
  started.push(server);
  const madeWith = async (secret: string): Promise<string | undefined> => {
    const { token } = await (await ask(server.url, {})).json();
    try {
      verifyToken04(token, { serverSecret: secret });
      return token;
    } catch {
      return undefined;
    }
  };
  const old = await madeWith(serverSecret);
  expect(old).toBeDefined();

  writeFileSync(path, 'too short');
  server.kill('SIGHUP');
  await until(() => server.log().includes('secret not rotated'));
  expect(server.log()).not.toContain('too short');
  expect(await madeWith(serverSecret)).toBeDefined();

  writeFileSync(path, otherSecret);
  server.kill('SIGHUP');
  await until(() => server.log().includes('secret rotated'));
  const next = await madeWith(otherSecret);
  for (const token of [old, next]) {
    const both = { serverSecret: [otherSecret, serverSecret] };
    expect(verifyToken04(token as string, both).userId).toBe('demo');
  }

  writeFileSync(path, serverSecret);
  await until(async () => (await madeWith(serverSecret)) !== undefined);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops it, with exit code 0', async (signal) => {
  const server = await run({}, '--dev-identity', 'demo');
  await ask(server.url, {});
  server.kill(signal);
  expect(await server.ended).toBe(0);
  expect(server.log()).toContain('"msg":"stopped"');
});

describe('stopped after abuse, it exits with 0', () => {
  test('by connections that pipeline requests and are reset', async () => {
    const server = await run({ JWT_SECRET: jwtSecret });
    const { hostname, port } = new URL(server.url);
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      await once(socket, 'connect');
      socket.write('POST /token HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(1700));
      setTimeout(() => socket.resetAndDestroy(), 5);
      await new Promise((resolve) => socket.once('close', resolve));
    }
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  test('by a reader of its log who does not read', async () => {
    const env = { ...settings, REQUESTS_PER_MINUTE: '1000000' };
    const child = spawn(process.execPath, [cli, '--dev-identity', 'demo'], { env });
    const exited = once(child, 'exit');
    const [line] = await once(child.stdout, 'data');
    child.stdout.pause();
    const { url } = JSON.parse(String(line).split('\n', 1)[0] as string);
    // More than what the system holds of it.
    for (let i = 0; i < 50; i++) {
      const answers = await Promise.all(Array.from({ length: 30 }, () => ask(url, {})));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });
});

test('killed and started again under requests: no answer is half a token', async () => {
  let server = await run({ REQUESTS_PER_MINUTE: '1000000' }, '--dev-identity', 'demo');
  const PORT = new URL(server.url).port;
  let asking = true;
  let good = 0;
  let failed = 0;
  const client = async () => {
    while (asking) {
      try {
        const response = await ask(server.url, { roomId: 'r1' });
        const { token } = await response.json();
        expect(response.status).toBe(200);
        expect(verifyToken04(token, { serverSecret }).userId).toBe('demo');
        good++;
      } catch (error) {
        // Nobody listened, or the connection broke off. JSON that breaks off says so, too.
        if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
        failed++;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  const clients = Array.from({ length: 4 }, client);
  const moreAnswers = async () => {
    const soFar = good;
    await until(() => good >= soFar + 100);
  };
  for (let round = 0; round < 3; round++) {
    await moreAnswers();
    server.kill('SIGKILL');
    expect(await server.ended).toBe('SIGKILL');
    server = await run({ PORT, REQUESTS_PER_MINUTE: '1000000' }, '--dev-identity', 'demo');
  }
  await moreAnswers();
  asking = false;
  await Promise.all(clients);
  expect(failed).toBeGreaterThan(0);
});
