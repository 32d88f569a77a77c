// The ready server with limits in Redis, started as a user would start it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@token04/test-kit/ports';
import type { RunningProgram } from '@token04/test-kit/program';
import { testFolder } from '@token04/test-kit/test-folder';
import { until } from '@token04/test-kit/until';
import { execa } from 'execa';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, test } from 'vitest';
import { createLimits } from '../../src/ready/limits.ts';
import { listening, settings } from '../bin.ts';
import { askRedis, endRedis, skipsRedis, startRedis } from '../redis.ts';

const password = 'the-password-of-redis';

const folder = testFolder();
const servers: RunningProgram[] = [];
afterEach(async () => {
  for (const server of servers) server.kill('SIGKILL');
  await Promise.all(servers.splice(0).map(({ ended }) => ended));
  await endRedis();
});

/** Two requests a minute, by `demo`. */
async function run(env: { [name: string]: string }) {
  const server = await listening(
    { ...settings, REQUESTS_PER_MINUTE: '2', ...env },
    '--dev-identity',
    'demo',
  );
  servers.push(server);
  return {
    ...server,
    ask: async () => {
      const response = await fetch(server.url, { method: 'POST' });
      const { code } = await response.json();
      return [response.status, code];
    },
    ready: async () => {
      const response = await fetch(new URL('/readyz', server.url));
      return [response.status, await response.json()];
    },
    count: (text: string) => server.log().split(text).length - 1,
  };
}

const given = [200, undefined];
const tooMany = [429, 'rate-limited'];
const readyWith = (redis: string) => [200, expect.objectContaining({ status: 'ready', redis })];

describe.skipIf(skipsRedis)('token04-server', () => {
  test('instances count together; without Redis each limits by itself, and says so once', async () => {
    const redis = await startRedis({ password });
    const REDIS_URL_FILE = join(folder, 'url');
    writeFileSync(REDIS_URL_FILE, `${redis.url}\n`);
    const [a, b] = [await run({ REDIS_URL_FILE }), await run({ REDIS_URL: redis.url })];
    for (const { count } of [a, b]) await until(() => count('limits are counted in Redis') > 0);
    const [countedAt, goneAt] = [b.count('are counted in Redis'), b.count('does not count')];
    expect([await a.ask(), await b.ask(), await a.ask()]).toEqual([given, given, tooMany]);
    expect(await a.ready()).toEqual(readyWith('counting'));

    redis.kill('SIGKILL');
    await redis.ended;
    await until(async () => (await b.ready())[1].redis === 'not counting');
    // It has given one already.
    expect([await b.ask(), await b.ask()]).toEqual([given, tooMany]);
    expect((await b.ready())[0]).toBe(200);

    await startRedis({ port: redis.port, password });
    await until(async () => (await b.ready())[1].redis === 'counting');
    await until(() => b.count('are counted in Redis') === countedAt + 1);
    expect(b.count('does not count: each process limits by itself')).toBe(goneAt + 1);
    for (const server of [a, b]) expect(server.log()).not.toContain(password);
  });

  test('with LIMIT_WITHOUT_REDIS=refuse it answers 503, and is ready all the same', async () => {
    const port = await freePort();
    const REDIS_URL = `redis://:${password}@127.0.0.1:${port}`;
    const server = await run({ REDIS_URL, LIMIT_WITHOUT_REDIS: 'refuse' });
    expect(await server.ask()).toEqual([503, 'unavailable']);
    expect(await server.ready()).toEqual(readyWith('not counting'));
    await until(() => server.log().includes('"reason":"ECONNREFUSED"'));
    expect(server.log()).not.toContain(password);

    await startRedis({ port, password });
    await until(async () => (await server.ask())[0] === 200);
  });

  test('stops with exit code 0 though Redis hangs', async () => {
    const redis = await startRedis();
    const server = await run({ REDIS_URL: redis.url });
    expect(await server.ask()).toEqual(given);
    redis.kill('SIGSTOP');
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  test('limits are counted over TLS, if the certificate is trusted', async () => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', '/CN=redis', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
    await execa('openssl', [...request, '-keyout', key, '-out', certificate]);
    const tls = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-auth-clients', 'no'];
    const { url: REDIS_URL } = await startRedis({ scheme: 'rediss', args: tls });

    const trusting = await run({ REDIS_URL, NODE_EXTRA_CA_CERTS: certificate });
    await until(async () => (await trusting.ready())[1].redis === 'counting');
    expect(await trusting.ask()).toEqual(given);

    const other = await run({ REDIS_URL });
    expect(await other.ask()).toEqual(given);
    await until(() => other.log().includes('"reason":"DEPTH_ZERO_SELF_SIGNED_CERT"'));
  });

  test('metrics: whether Redis counts, and how often it ceased to', async () => {
    const redis = await startRedis();
    const registry = new Registry();
    const log = pino({ level: 'silent' });
    const config = {
      appId: 1,
      requestsPerMinute: 2,
      redisUrl: redis.url,
      redisUrlFile: undefined,
      limitWithoutRedis: 'own',
    } as const;
    const limits = await createLimits(config, () => () => redis.url, { log, registry });
    try {
      await until(() => limits.redis() === 'counting');
      await limits.rateLimit({ userId: 'demo' });
      expect(await askRedis(redis.url, 'KEYS', 'token04:1:*')).toHaveLength(2);
      expect(await registry.metrics()).toMatch(/^token04_redis_counting 1$/m);
      await askRedis(redis.url, 'REPLICAOF', '127.0.0.1', '1');
      await limits.rateLimit({ userId: 'demo' });
      const text = await registry.metrics();
      expect(text).toMatch(/^token04_redis_counting 0$/m);
      expect(text).toMatch(/^token04_redis_outages_total\{reason="READONLY"\} 1$/m);
    } finally {
      await limits.end();
    }
  });
});
