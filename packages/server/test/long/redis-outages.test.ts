// What becomes of limits that are counted in Redis while nobody counts there.
import { createServer } from 'node:net';
import { freePort, listen } from '@token04/test-kit/ports';
import { until } from '@token04/test-kit/until';
import { describe, expect, test } from 'vitest';
import { createTokenHandler } from '../../src/node.ts';
import { appOptions, ask } from '../app.ts';
import { askRedis, type RedisServer, skipsRedis, startRedis } from '../redis.ts';
import { asSeconds, ends, limit, untilCounting } from '../shared-limits.ts';

test.each([
  '*0\r\n',
  '*2\r\n$1\r\nx\r\n$1\r\ny\r\n',
  '+OK\r\n',
  '*2\r\n:-5\r\n:1\r\n',
  '*2\r\n:9\r\n$1\r\nx\r\n',
])('what answers %j does not count, and nobody gets a token from it', async (answer) => {
  const server = createServer((socket) => {
    socket.on('error', () => {}).on('data', () => socket.write(answer));
  });
  ends.push(async () => void server.close());
  const url = (await listen(server)).replace('http:', 'redis:');
  const process = limit(url, { withoutRedis: 'refuse' });
  expect(await process.ask('demo')).toBe('unavailable');
  expect(process.changes).toEqual([{ counting: false, reason: 'WRONG_ANSWER' }]);
});

describe.skipIf(skipsRedis)('with Redis', () => {
  const FAULTS = {
    killed: {
      reason: /^(closed|ECONNRESET)$/,
      fault: async ({ server }) => {
        server.kill('SIGKILL');
        await server.ended;
      },
      repair: ({ server }) => startRedis({ port: server.port }),
    },
    stopped: {
      reason: /^timeout$/,
      fault: async ({ server }) => server.kill('SIGSTOP'),
      repair: async ({ server }) => server.kill('SIGCONT'),
    },
    'read-only': {
      reason: /^READONLY$/,
      fault: ({ server }) => askRedis(server.url, 'REPLICAOF', '127.0.0.1', '1'),
      repair: ({ server }) => askRedis(server.url, 'REPLICAOF', 'NO', 'ONE'),
    },
    full: {
      reason: /^OOM$/,
      fault: ({ server }) => askRedis(server.url, 'CONFIG', 'SET', 'maxmemory', '1'),
      repair: ({ server }) => askRedis(server.url, 'CONFIG', 'SET', 'maxmemory', '0'),
    },
  } satisfies {
    [name: string]: {
      reason: RegExp;
      fault(running: { server: RedisServer }): Promise<unknown>;
      repair(running: { server: RedisServer }): Promise<unknown>;
    };
  };

  describe.each(Object.entries(FAULTS))('Redis %s', (_name, { reason, fault, repair }) => {
    test('each process limits by itself, says so once, and goes back', async () => {
      const server = await startRedis();
      const [a, b] = [limit(server.url), limit(server.url)];
      await untilCounting(a, b);
      for (let i = 0; i < 2; i++) expect(await a.ask('early')).toBe(null);
      expect(await b.ask('early')).toEqual(asSeconds);

      await fault({ server });
      for (const process of [a, b]) {
        // Many at once, as all of them are under way when Redis goes.
        const users = Array.from({ length: 30 }, (_, i) => `user${i}`);
        expect(await Promise.all(users.map(process.ask))).toEqual(users.map(() => null));
        expect(await Promise.all(users.map(process.ask))).toEqual(users.map(() => null));
        expect(await Promise.all(users.map(process.ask))).toEqual(users.map(() => asSeconds));
        expect(process.isCounting()).toBe(false);
      }
      // Whoever has had all of the limit gets no more by it, where it was counted.
      expect(await a.ask('early')).toEqual(asSeconds);

      await repair({ server });
      await until(() => a.isCounting() && b.isCounting());
      expect(await a.ask('late')).toBe(null);
      expect(await b.ask('late')).toBe(null);
      expect(await a.ask('late')).toEqual(asSeconds);
      for (const { changes } of [a, b]) {
        expect(changes).toEqual([
          { counting: false, reason: expect.stringMatching(reason) },
          { counting: true },
        ]);
      }
    });

    test("with withoutRedis: 'refuse' the answer is 503, until Redis is back", async () => {
      const server = await startRedis();
      const process = limit(server.url, { withoutRedis: 'refuse' });
      const handle = createTokenHandler({ ...appOptions, rateLimit: process.rateLimit });
      await untilCounting(process);
      expect((await handle(ask())).status).toBe(200);

      await fault({ server });
      for (let i = 0; i < 3; i++) {
        const response = await handle(ask());
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
        expect(await response.json()).toMatchObject({ code: 'unavailable' });
      }

      await repair({ server });
      await until(() => process.isCounting());
      expect((await handle(ask(undefined, { headers: { 'x-user': 'late' } }))).status).toBe(200);
      expect(process.changes.map(({ counting }) => counting)).toEqual([false, true]);
    });
  });

  test('with a wrong password each limits by itself, until it is right', async () => {
    const server = await startRedis({ password: 'right-password' });
    const wrong = `redis://:wrong-password@127.0.0.1:${server.port}`;
    const process = limit(wrong);
    for (let i = 0; i < 2; i++) expect(await process.ask('demo')).toBe(null);
    expect(await process.ask('demo')).toEqual(asSeconds);
    expect(process.changes).toEqual([{ counting: false, reason: 'WRONGPASS' }]);

    await askRedis(server.url, 'CONFIG', 'SET', 'requirepass', 'wrong-password');
    await until(() => process.isCounting());
    expect(process.changes).toEqual([{ counting: false, reason: 'WRONGPASS' }, { counting: true }]);
  });

  test('without the password that is needed the reason is NOAUTH', async () => {
    const { port } = await startRedis({ password: 'right-password' });
    const process = limit(`redis://127.0.0.1:${port}`);
    expect(await process.ask('demo')).toBe(null);
    expect(process.changes).toEqual([{ counting: false, reason: 'NOAUTH' }]);
  });

  test('the URL is asked for at each new connection, as its password may change', async () => {
    const server = await startRedis({ password: 'first' });
    let url = server.url;
    const process = limit(() => url);
    await untilCounting(process);
    expect(await process.ask('demo')).toBe(null);

    url = `redis://:second@127.0.0.1:${server.port}`;
    await askRedis(server.url, 'CONFIG', 'SET', 'requirepass', 'second');
    await askRedis(url, 'CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await until(() => process.changes.length === 2);
    expect(process.isCounting()).toBe(true);
  });

  test('a Redis that is not there at the start counts as soon as it is', async () => {
    const port = await freePort();
    const url = `redis://127.0.0.1:${port}`;
    const [own, refusing] = [limit(url), limit(url, { withoutRedis: 'refuse' })];
    for (let i = 0; i < 2; i++) expect(await own.ask('demo')).toBe(null);
    expect(await own.ask('demo')).toEqual(asSeconds);
    expect(await refusing.ask('demo')).toBe('unavailable');
    expect(own.changes).toEqual([{ counting: false, reason: 'ECONNREFUSED' }]);

    await startRedis({ port });
    await until(() => own.isCounting() && refusing.isCounting());
    expect(await refusing.ask('demo')).toBe(null);
    expect(own.changes).toEqual([{ counting: false, reason: 'ECONNREFUSED' }, { counting: true }]);
  });
});
