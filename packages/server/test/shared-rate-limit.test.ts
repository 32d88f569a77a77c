import { freePort } from '@token04/test-kit/ports';
import { until } from '@token04/test-kit/until';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { createSharedRateLimit } from '../src/redis.ts';
import { askRedis, skipsRedis, startRedis } from './redis.ts';
import { asSeconds, ends, limit, untilCounting } from './shared-limits.ts';

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
      `ERR_TOKEN04_ARGUMENT: redisUrl must be a URL such as redis://127.0.0.1:6379 (rediss: for TLS), got a string of ${redisUrl.length} characters`,
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
