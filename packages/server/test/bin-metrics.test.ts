// The metrics of token04-server, and where they are served.
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { RunningProgram } from '@token04/test-kit/program';
import { until } from '@token04/test-kit/until';
import { describe, expect, test } from 'vitest';
import { metricsUrlOf, post, readyServers, settings, start } from './bin.ts';
import { openSocket, untilClosed } from './sockets.ts';

const run = readyServers();

describe('metrics', () => {
  test('are served on a listener of their own', async () => {
    const server = await run({ METRICS_PORT: '0' }, '--dev-identity', 'demo');
    await post(server.url, {});
    await post(server.url, { x: 1 });
    const url = metricsUrlOf(server) as string;
    expect(new URL(url).port).not.toBe(new URL(server.url).port);
    const metrics = await fetch(url);
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await metrics.text();
    expect(text).toContain('token04_requests_total{status="200"} 1');
    expect(text).toContain('token04_requests_total{status="400"} 1');
    expect(text).toContain('token04_request_duration_seconds_count 2');
    expect(text).toContain('process_resident_memory_bytes');
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    expect((await fetch(new URL('/token', url), { method: 'POST' })).status).toBe(404);
  });

  test.each([
    '/metrics',
    '/metrics/',
    '//metrics',
    '/METRICS',
    '/token/../metrics',
    '/token/%2e%2e/metrics',
    '/%6detrics',
    '/./metrics',
    '/metrics?x',
    '/metrics%00',
    'http://localhost/metrics',
  ])('are not served on the public port as %s', async (target) => {
    server ??= run({}, '--dev-identity', 'demo');
    // Not by fetch(), which would change the path.
    const socket = await openSocket((await server).url);
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    const text = await untilClosed(socket);
    expect(text).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(text).not.toContain('token04_requests_total');
  });
  let server: Promise<RunningProgram> | undefined;

  test('a port that was asked for and is taken is refused', async () => {
    const first = await run({ METRICS_PORT: '0' }, '--dev-identity', 'demo');
    const METRICS_PORT = new URL(metricsUrlOf(first) as string).port;
    const { exitCode, stderr } = await start(
      { ...settings, METRICS_PORT },
      '--dev-identity',
      'demo',
    );
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^token04-server: METRICS_HOST, METRICS_PORT: listen EADDRINUSE[^\n]*$/);
  });

  test('where the usual port is taken there is a warning, and no metrics', async () => {
    const usual = createServer().listen(9464, '127.0.0.1');
    // Already taken by another program on this machine, maybe.
    await Promise.race([once(usual, 'listening'), once(usual, 'error')]).catch(() => {});
    const server = await run({}, '--dev-identity', 'demo');
    await until(() => server.log().includes('no metrics'));
    expect(metricsUrlOf(server)).toBeUndefined();
    expect((await post(server.url, {})).status).toBe(200);
    usual.close();
  });
});
