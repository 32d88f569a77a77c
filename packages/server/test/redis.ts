// Starts Redis servers of the tests' own, on this machine, and ends them.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@redis/client';
import { execa } from 'execa';

const isMissing = (await execa('redis-server', ['--version'], { reject: false })).failed;
const onLinux = process.platform === 'linux';

/** Whether there is no Redis to test with, which in CI is no excuse: there its start fails. */
export const skipsRedis = isMissing && !(onLinux && process.env['CI']);
if (skipsRedis) console.warn('SKIPPED: limits in Redis, since there is no redis-server');

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<unknown>;
  /** Sends it one command, on a connection of its own. */
  ask(...command: string[]): Promise<unknown>;
}

const started: RedisServer[] = [];
const folder = mkdtempSync(join(tmpdir(), 'token04-redis-'));

export interface RedisServerOptions {
  readonly port?: number;
  readonly password?: string;
  /** More of its own arguments. */
  readonly args?: readonly string[];
  /** Of the URL; `redis` unless given. */
  readonly scheme?: 'redis' | 'rediss';
}

/** Keeps nothing on the disk. */
export async function startRedis({
  port,
  password,
  args = [],
  scheme = 'redis',
}: RedisServerOptions = {}): Promise<RedisServer> {
  const onPort = String(port ?? (await freePort()));
  const listen = scheme === 'redis' ? ['--port', onPort] : ['--port', '0', '--tls-port', onPort];
  const child = execa(
    'redis-server',
    [
      ...['--bind', '127.0.0.1', ...listen, '--save', '', '--appendonly', 'no', '--dir', folder],
      ...(password === undefined ? [] : ['--requirepass', password]),
      ...args,
    ],
    { reject: false, timeout: 120_000, forceKillAfterDelay: 1000 },
  );
  const url = `${scheme}://${password === undefined ? '' : `:${password}@`}127.0.0.1:${onPort}`;
  const server: RedisServer = {
    port: Number(onPort),
    url,
    kill: (signal) => {
      child.kill(signal);
    },
    ended: child,
    ask: (...command) => askRedis(url, command),
  };
  started.push(server);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Ready to accept connections')) resolve();
    });
    child.then(({ message }) => reject(new Error(`redis-server ended: ${message ?? ''}\n${log}`)));
  });
  return server;
}

export async function askRedis(url: string, command: readonly string[]): Promise<unknown> {
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
  for (const server of started) server.kill('SIGKILL');
  await Promise.all(started.splice(0).map(({ ended }) => ended));
}

/** Once no server is to be started any more. */
export async function cleanUpRedis(): Promise<void> {
  await endRedis();
  rmSync(folder, { recursive: true, force: true });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
