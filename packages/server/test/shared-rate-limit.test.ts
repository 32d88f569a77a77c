// Limits that are counted in Redis: shared, and what becomes of them when Redis is gone.
import { createServer } from 'node:net';
import { freePort, listen } from '@token04/test-kit/ports';
import { until } from '@token04/test-kit/until';
import { execa } from 'execa';
import { afterEach, describe, expect, test } from 'vitest';
import { createTokenHandler } from '../src/node.ts';
import {
  createSharedRateLimit,
  type RedisChange,
  type SharedRateLimitOptions,
} from '../src/redis.ts';
import { appOptions, ask } from './app.ts';
import { askRedis, endRedis, type RedisServer, skipsRedis, startRedis } from './redis.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await endRedis();
});

/** As one process has it: two requests a minute. */
function limit(redisUrl: string | (() => string), more: Partial<SharedRateLimitOptions> = {}) {
  const changes: RedisChange[] = [];
  const limits = createSharedRateLimit({
    redisUrl,
    requests: 2,
    seconds: 60,
    onChange: (change) => changes.push(change),
    ...more,
  });
  ends.push(limits.end);
  return { ...limits, changes, ask: (userId: string) => limits.rateLimit({ userId }) };
}

/** Waits until Redis counts for each, however busy this machine is, and forgets how that came. */
async function untilCounting(...processes: ReturnType<typeof limit>[]): Promise<void> {
  await until(() => processes.every((process) => process.isCounting()));
  for (const { changes } of processes) changes.length = 0;
}

const asSeconds = expect.toSatisfy((wait) => Number.isInteger(wait) && wait >= 1 && wait <= 60);

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
  test('all processes count together, each user apart', async () => {
    const { url } = await startRedis();
    const [a, b] = [limit(url), limit(url)];
    await untilCounting(a, b);
    expect(await a.ask('demo')).toBe(null);
    expect(await b.ask('demo')).toBe(null);
    expect(await b.ask('demo')).toEqual(asSeconds);
    expect(await a.ask('demo')).toEqual(asSeconds);
    expect(await a.ask('other')).toBe(null);
    expect([a.changes, b.changes]).toEqual([[], []]);
  });

  test('of 100 requests at once as many are let through as the limit says', async () => {
    const { url } = await startRedis();
    const processes = [limit(url), limit(url), limit(url)];
    await untilCounting(...processes);
    const answers = await Promise.all(
      Array.from({ length: 99 }, (_, i) => processes[i % 3]?.ask('demo')),
    );
    expect(answers.filter((wait) => wait === null)).toHaveLength(2);
  });

  test('after the window a user may ask again', async () => {
    const { url } = await startRedis();
    const [a, b] = [limit(url, { seconds: 1 }), limit(url, { seconds: 1 })];
    await untilCounting(a, b);
    for (const process of [a, b]) expect(await process.ask('demo')).toBe(null);
    expect(await a.ask('demo')).toBe(1);
    await until(async () => (await b.ask('demo')) === null);
  });

  test('keys are hashes, and all that is kept are counters that expire', async () => {
    const redis = await startRedis();
    const process = limit(redis.url, { keyPrefix: 'app-1' });
    await untilCounting(process);
    await process.ask('demo@app.example');
    const keys = (await askRedis(redis.url, 'KEYS', '*')) as string[];
    expect(keys.sort()).toEqual([
      // printf demo@app.example | openssl dgst -sha256 -binary | basenc --base64url
      'app-1:PzJJjOXrBXJbANf6e0uRt3YgUyOl7xLUE4K5qihM1es',
      'app-1:probe',
    ]);
    for (const key of keys) {
      expect(await askRedis(redis.url, 'TYPE', key)).toBe('string');
      expect(await askRedis(redis.url, 'GET', key)).toBe('1');
      const ttl = (await askRedis(redis.url, 'PTTL', key)) as number;
      expect(ttl).toBeGreaterThan(0);
      expect(ttl).toBeLessThanOrEqual(60_000);
    }
  });

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

  test('once ended it keeps no process alive', async () => {
    const { url } = await startRedis();
    const redis = new URL('../dist/redis.mjs', import.meta.url).href;
    const program = `
      import { createSharedRateLimit } from '${redis}';
      const limits = createSharedRateLimit({ redisUrl: '${url}', requests: 1, seconds: 60 });
      console.log(await limits.rateLimit({ userId: 'demo' }));
      await limits.end();`;
    const args = ['--input-type=module', '--eval', program];
    const { stdout } = await execa(process.execPath, args, { timeout: 20_000 });
    expect(stdout).toBe('null');
  });

  test('whoever asks while the first connection is made is counted in Redis', async () => {
    const { url } = await startRedis();
    const [a, b] = [limit(url), limit(url)];
    const answers = await Promise.all([a, b, a, b, a, b].map((process) => process.ask('demo')));
    expect(answers.filter((wait) => wait === null)).toHaveLength(2);
  });
});

test('a hook that fails changes nothing', async () => {
  const process = limit(`redis://127.0.0.1:${await freePort()}`, {
    onChange: () => {
      throw new Error('the hook');
    },
  });
  expect(await process.ask('demo')).toBe(null);
});

test('what is said of a bad option holds nothing of it', () => {
  const options = { redisUrl: 'redis://127.0.0.1', requests: 1, seconds: 60 };
  const messageFor = (more: object): string => {
    try {
      ends.push(createSharedRateLimit({ ...options, ...more }).end);
    } catch (error) {
      return `${(error as { code: string }).code}: ${(error as Error).message}`;
    }
    return 'taken';
  };
  const urls = [
    'the-password',
    'http://:the-password@127.0.0.1',
    'redis://',
    'redis://:the-password@127.0.0.1/name',
    'redis://:%zz@127.0.0.1',
    'redis://127.0.0.1?password=the-password',
    'redis://127.0.0.1#the-password',
  ];
  for (const redisUrl of urls) {
    expect(messageFor({ redisUrl })).toBe(
      'ERR_TOKEN04_ARGUMENT: redisUrl must be a URL such as redis://127.0.0.1:6379 (rediss: for TLS), got a value of type string',
    );
  }
  expect(messageFor({ withoutRedis: 'none' })).toContain("withoutRedis must be 'own' or 'refuse'");
  expect(messageFor({ keyPrefix: '' })).toContain('keyPrefix must be a string that is not empty');
  expect(messageFor({ url: 'redis://127.0.0.1' })).toContain('did you mean "redisUrl"?');
  for (const redisUrl of [
    'rediss://user:p%40ss@cache.example:6380/3',
    'redis://[::1]/',
    () => '',
  ]) {
    expect(messageFor({ redisUrl })).toBe('taken');
  }
});
