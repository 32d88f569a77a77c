import { pino } from 'pino';
import { expect, test } from 'vitest';
import { healthRoutes } from '../src/ready/health.ts';
import { watchKeys } from '../src/ready/keys.ts';
import { listening, settings } from './bin.ts';

const secret = { now: () => 'a secret' };

test('alive, and ready; how others stand is said in words alone', async () => {
  const app = healthRoutes({ secrets: [secret], words: { redis: () => 'not counting' } });
  const health = await app.request('/healthz');
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  const ready = await app.request('/readyz');
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', secrets: 'read', redis: 'not counting' },
  ]);
  expect(ready.headers.get('cache-control')).toBe('no-store');
});

test('not ready where a secret cannot be had, and alive all the same', async () => {
  const failing = {
    now: (): string => {
      throw new Error('the reason');
    },
  };
  const app = healthRoutes({ secrets: [secret, failing], words: {} });
  const ready = await app.request('/readyz');
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'not ready', secrets: 'not read' },
  ]);
  expect((await app.request('/healthz')).status).toBe(200);
});

test('the word for the keys follows how their look-ups go', () => {
  const log = pino({ level: 'silent' });
  expect(watchKeys(undefined, log).word()).toBe('not used');
  const keys = watchKeys('https://login.example/keys', log);
  expect(keys.word()).toBe('not failing');
  keys.onChange({ available: false, host: 'login.example', code: 'ECONNREFUSED' });
  expect(keys.word()).toBe('failing');
  keys.onChange({ available: true, host: 'login.example' });
  expect(keys.word()).toBe('not failing');
});

test('the running server is ready though the keys cannot be had', async () => {
  const server = await listening({
    ...settings,
    // Where nothing listens.
    JWKS_URL: 'http://127.0.0.1:1/keys',
    JWT_ISSUER: 'login',
    JWT_AUDIENCE: 'tokens',
  });
  try {
    const header = Buffer.from('{"alg":"ES256","kid":"x"}').toString('base64url');
    const headers = { authorization: `Bearer ${header}.e30.AAAA` };
    expect((await fetch(server.url, { method: 'POST', headers })).status).toBe(503);
    const ready = await fetch(new URL('/readyz', server.url));
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', secrets: 'read', jwks: 'failing', redis: 'not used' },
    ]);
  } finally {
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  }
});
