// Redis servers of the tests' own, and their end.
import { createClient } from '@redis/client';
import { runs, skips } from '@token04/test-kit/missing';
import { startRedis as start } from '../load/lib/redis.mjs';

const isThere = await runs('redis-server', '--version');

const onLinux = process.platform === 'linux';

/** Whether there is no Redis to test with. On Linux that is no excuse in CI. */
export const skipsRedis: boolean = onLinux
  ? skips('limits in Redis', { what: 'redis-server', isThere })
  : !isThere;
if (skipsRedis && !onLinux) console.warn('SKIPPED: limits in Redis, since there is none');

export type RedisServer = Awaited<ReturnType<typeof start>>;

const started: RedisServer[] = [];

export async function startRedis(options?: Parameters<typeof start>[0]): Promise<RedisServer> {
  const server = await start(options);
  started.push(server);
  return server;
}

/** Sends one command, on a connection of its own. */
export async function askRedis(url: string, ...command: string[]): Promise<unknown> {
  const client = createClient({ url, RESP: 2, socket: { reconnectStrategy: false } });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.sendCommand(command);
  } finally {
    client.destroy();
  }
}

/** Ends all that were started, those that are stopped, too. */
export async function endRedis(): Promise<void> {
  await Promise.all(started.splice(0).map((server) => server.end()));
}
