// Every refusal and failure explains itself to whoever runs the server, and to nobody else.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyToken04 } from '@token04/core';
import { until } from '@token04/test-kit/until';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import { jwtSecret, serverSecret } from './app.ts';
import { metricsUrlOf, post, readyServers } from './bin.ts';

const run = readyServers();
const WISH = { roomId: 'r1' };

describe('the ready server', () => {
  const login: Server = createServer((_, response) => response.writeHead(404).end()).listen(
    0,
    '127.0.0.1',
  );
  afterAll(() => login.close());

  function sign(claims: object, secret = jwtSecret): Promise<string> {
    return new SignJWT({ sub: 'demo', ...claims } as JWTPayload)
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(new TextEncoder().encode(secret));
  }

  test('says in log and metrics why, and in no answer', async () => {
    const server = await run({ METRICS_PORT: '0', JWT_SECRET: jwtSecret, JWT_ISSUER: 'login' });
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: 'login', exp: now + 60 };
    const cases: [string, number, string | undefined][] = [
      ['jwt-missing', 401, undefined],
      ['jwt-expired', 401, await sign({ ...good, exp: now - 60 })],
      ['jwt-issuer', 401, await sign({ ...good, iss: 'evil\u202e\u009b' })],
      ['jwt-signature', 401, await sign(good, jwtSecret.toUpperCase())],
      ['jwt-without-exp', 401, await sign({ iss: 'login' })],
      ['jwt-sub-unusable', 401, await sign({ ...good, sub: 'x'.repeat(65) })],
      ['claims-malformed', 403, await sign({ ...good, zego: { rooms: 'r1' } })],
      ['forbidden', 403, await sign(good)],
    ];
    for (const [reason, status, jwt] of cases) {
      const response = await post(server.url, WISH, jwt);
      const text = await response.text();
      expect([response.status, text]).toEqual([status, expect.not.stringContaining('jwt-')]);
      expect(text).not.toContain('claims');
      await until(() => server.log().includes(`"status":${status},"reason":"${reason}"`));
    }
    const metrics = await (await fetch(metricsUrlOf(server) as string)).text();
    for (const [reason] of cases) {
      expect(metrics).toContain(`token04_refusals_total{reason="${reason}"} 1`);
    }
  });

  test('CHECK_IDS refuses what a product would, or BAD_IDS warns, and neither shows it', async () => {
    const zego = { rooms: ['r 1'] };
    const exp = Math.floor(Date.now() / 1000) + 60;
    const jwt = await sign({ exp, zego });
    const env = { JWT_SECRET: jwtSecret, CHECK_IDS: 'zim, express-web' };
    const strict = await run(env);
    const answer = await post(strict.url, { roomId: 'r 1' }, jwt);
    expect(answer.status).toBe(400);
    expect((await answer.json()).errors).toEqual([
      { pointer: '#/roomId', detail: expect.stringContaining('express-web') },
    ]);
    await until(() => strict.log().includes('"status":400,"reason":"room-id-refused"'));
    expect(strict.log()).toMatch(/"reason":"room-id-refused","detail":"must be .*express-web/);

    const mild = await run({ ...env, BAD_IDS: 'warn' });
    expect((await post(mild.url, { roomId: 'r 1' }, jwt)).status).toBe(200);
    await until(() => mild.log().includes('a product would refuse an ID'));
  });

  test('says once which keys cannot be had, without the URL', async () => {
    const { port } = login.address() as AddressInfo;
    const server = await run({
      JWKS_URL: `http://127.0.0.1:${port}/keys?password=x`,
      JWT_ISSUER: 'login',
      JWT_AUDIENCE: 'tokens',
    });
    const header = Buffer.from('{"alg":"ES256","kid":"x"}').toString('base64url');
    for (let i = 0; i < 20; i++) {
      const response = await post(server.url, WISH, `${header}.e30.AAAA`);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    }
    await until(() => server.log().split('jwks-unavailable').length === 21);
    const lines = server
      .log()
      .split('\n')
      .filter((line) => line.includes('"level":50'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { host: `127.0.0.1:${port}`, code: 'HTTP 404', msg: 'the keys of JWKS_URL cannot be had' },
    ]);
    expect(server.log()).not.toContain('password');
  });

  test('writes nothing to the log that a terminal would obey or not show', async () => {
    const server = await run({ JWT_SECRET: jwtSecret, ROOMS: 'any' });
    const exp = Math.floor(Date.now() / 1000) + 60;
    const jwt = await sign({ exp, sub: 'a\u001b[2J\u009b1m\u202eb\u200b\u{e0041}' });
    const wish = { roomId: 'r\u0085\u2028\u00ad' };
    expect((await post(server.url, wish, jwt)).status).toBe(200);
    await until(() => server.log().includes('expiresAt'));
    const line = server
      .log()
      .split('\n')
      .find((one) => one.includes('expiresAt'));
    expect(line).toMatch(/^[ -~]+$/);
    expect(JSON.parse(line as string)).toMatchObject({
      userId: 'a\u001b[2J\u009b1m\u202eb\u200b\u{e0041}',
      roomId: 'r\u0085\u2028\u00ad',
    });
  });

  test('JWT_USER_ID_CLAIM says whose token it is', async () => {
    const server = await run({ JWT_SECRET: jwtSecret, ROOMS: 'any', JWT_USER_ID_CLAIM: 'uid' });
    const exp = Math.floor(Date.now() / 1000) + 60;
    const { token } = await (
      await post(server.url, WISH, await sign({ exp, uid: 'u63fe' }))
    ).json();
    expect(verifyToken04(token, { serverSecret }).userId).toBe('u63fe');
    expect((await post(server.url, WISH, await sign({ exp }))).status).toBe(401);
  });

  test.each([
    ['no', 3600],
    ['yes', 60],
  ])('CAP_AT_JWT_EXP=%s: a token is good for %i s with a JWT of a minute', async (cap, most) => {
    const server = await run({ JWT_SECRET: jwtSecret, ROOMS: 'any', CAP_AT_JWT_EXP: cap });
    const exp = Math.floor(Date.now() / 1000) + 60;
    const { token } = await (await post(server.url, WISH, await sign({ exp }))).json();
    const { ctime, expire } = verifyToken04(token, { serverSecret });
    expect(expire - ctime).toBeGreaterThan(most - 5);
    expect(expire - ctime).toBeLessThanOrEqual(most);
    if (cap === 'yes') expect(expire).toBeLessThanOrEqual(exp);
  });
});
