// token04-server, asked with JWTs of a session service.
import { authorizeRoom, verifyToken04 } from '@token04/core';
import { until } from '@token04/test-kit/until';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { jwtSecret, serverSecret } from './app.ts';
import { post, readyServers } from './bin.ts';

const run = readyServers();

function jwtFor(claims: object, sub = 'demo'): Promise<string> {
  return new SignJWT({ ...claims, sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(jwtSecret));
}

describe('with JWTs', () => {
  test('gives what the claims allow, and nothing else', async () => {
    const { url, log } = await run({ JWT_SECRET: jwtSecret, ALLOWED_ORIGINS: 'https://a.example' });
    const jwt = await jwtFor({ zego: { rooms: ['r1'], publish: true, streams: ['cam'] } });

    const response = await post(
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
      expect((await post(url, wish, jwt)).status).toBe(403);
    }
    for (const zego of [
      undefined,
      {},
      { rooms: 'r1' },
      { rooms: ['r1'], streams: [] },
      { rooms: ['r1'], streams: [''] },
      'r1',
    ]) {
      expect((await post(url, { roomId: 'r1' }, await jwtFor({ zego }))).status).toBe(403);
    }
    expect((await post(url, { roomId: 'r1' })).status).toBe(401);
    expect((await post(url, { roomId: 'r1' }, `${jwt}x`)).status).toBe(401);
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://a.example');

    // What the log says, and what it must not say.
    await until(() => log().includes('"status":204'));
    const lines = log()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const asked = lines.filter(({ msg }) => msg === 'request');
    // One line for each request of this test: a token, refusals by the wish, the claim and the JWT.
    expect(asked.map(({ status }) => status)).toEqual([
      200, 403, 403, 403, 403, 403, 403, 403, 403, 403, 401, 401, 204,
    ]);
    expect(asked[0]).toMatchObject({ userId: 'demo', roomId: 'r1', expiresAt: expire });
    expect(asked.filter((line) => 'expiresAt' in line)).toHaveLength(1);
    for (const secret of [token, jwt, serverSecret, jwtSecret, token.slice(10, 50)]) {
      expect(log()).not.toContain(secret);
    }
  });

  test('ROOMS=any lets every known user into any room', async () => {
    const { url } = await run({ JWT_SECRET: jwtSecret, ROOMS: 'any', TOKEN_MODE: 'gcm' });
    const answer = await (await post(url, { roomId: 'r9' }, await jwtFor({}))).json();
    const { payload } = verifyToken04(answer.token, { serverSecret, modes: ['gcm'] });
    expect(authorizeRoom(payload, { roomId: 'r9' }).login.allowed).toBe(true);
  });

  test('who asks more often than REQUESTS_PER_MINUTE says gets 429, and another user a token', async () => {
    const { url } = await run({ JWT_SECRET: jwtSecret, ROOMS: 'any', REQUESTS_PER_MINUTE: '1' });
    expect((await post(url, {}, await jwtFor({}))).status).toBe(200);
    const refused = await post(url, {}, await jwtFor({}));
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await post(url, {}, await jwtFor({}, 'other'))).status).toBe(200);
  });
});
