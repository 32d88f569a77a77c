import { expect, test } from 'vitest';
import { healthRoutes } from '../src/ready/health.ts';

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
