// Clients that send many requests at once, and do not wait for the answers.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { until } from '@token04/test-kit/until';
import { afterEach, expect, test } from 'vitest';
import { serve, type TokenServer } from '../../src/node.ts';
import { openSocket } from '../sockets.ts';

const REQUEST = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';

const sockets: Socket[] = [];
const servers: TokenServer[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serving(handler: (request: Request) => Promise<Response>): Promise<TokenServer> {
  const server = await serve(handler, { port: 0 });
  servers.push(server);
  return server;
}

/** A connection, and the text that has come on it. */
async function connected({ url }: TokenServer): Promise<{ socket: Socket; read(): string }> {
  const socket = await openSocket(url);
  sockets.push(socket);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  return { socket, read: () => text };
}

const never = () => new Promise<Response>(() => {});
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('each of 32 requests is answered, in order, and no two at the same time', async () => {
  let at = 0;
  let most = 0;
  const server = await serving(async (request) => {
    most = Math.max(most, ++at);
    await pause(1);
    at--;
    return new Response(new URL(request.url).search);
  });
  const { socket, read } = await connected(server);
  const paths = Array.from({ length: 32 }, (_, i) => `?${i}!`);
  socket.write(paths.map((path) => REQUEST.replace('/healthz', `/${path}`)).join(''));
  await until(() => read().includes('?31!'));
  expect(read().match(/\?\d+!/g)).toEqual(paths);
  expect(most).toBe(1);
});

test('each request is given its own body', async () => {
  const server = await serving(async (request) => new Response(`<${await request.text()}>`));
  const { socket, read } = await connected(server);
  const bodies = Array.from({ length: 30 }, (_, i) => `${i}`.repeat(i * 200));
  socket.write(
    bodies
      .map((body) => `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
      .join(''),
  );
  await until(() => read().match(/<\d*>/g)?.length === bodies.length);
  expect(read().match(/<\d*>/g)).toEqual(bodies.map((body) => `<${body}>`));
});

test('where more than 32 wait the connection is closed, and none of them reaches the handler', async () => {
  let asked = 0;
  const server = await serving(() => {
    asked++;
    return never();
  });
  const { socket } = await connected(server);
  const closed = once(socket, 'close');
  socket.write(REQUEST.repeat(1700));
  await closed;
  expect(asked).toBe(1);
});

const CHUNKED = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';

test('a body in short chunks is read, and the request after it answered', async () => {
  const server = await serving(async (request) => new Response(`<${await request.text()}>`));
  const { socket, read } = await connected(server);
  const body = 'x'.repeat(4096);
  socket.write(`${CHUNKED}${`8\r\n${'x'.repeat(8)}\r\n`.repeat(512)}0\r\n\r\n${REQUEST}`);
  await until(() => read().includes('<>'));
  expect(read()).toContain(`<${body}>`);
});

test('a body that nobody wants is not parsed to its end, and the connection is closed', async () => {
  let asked = 0;
  const server = await serving(async () => {
    asked++;
    return new Response('answered');
  });
  const { socket, read } = await connected(server);
  const closed = once(socket, 'close');
  socket.write(`${CHUNKED}${'1\r\nx\r\n'.repeat(20_000)}0\r\n\r\n${REQUEST}`);
  await closed;
  expect(read()).toContain('answered');
  expect(asked).toBe(1);
});

test('requests that wait are dropped when their connection is reset', async () => {
  let asked = 0;
  let release = () => {};
  const server = await serving(async () => {
    asked++;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return new Response();
  });
  const { socket } = await connected(server);
  socket.write(REQUEST.repeat(30));
  await until(() => asked === 1);
  socket.resetAndDestroy();
  await pause(100);
  release();
  await pause(100);
  expect(asked).toBe(1);
});

test('stop does not wait for requests whose connections were reset', async () => {
  const server = await serving(never);
  const all = await Promise.all(Array.from({ length: 20 }, () => connected(server)));
  for (const { socket } of all) socket.write(REQUEST.repeat(30));
  await pause(300);
  for (const { socket } of all) socket.resetAndDestroy();
  const stopped = server.stop().then(() => 'stopped');
  expect(await Promise.race([stopped, pause(5000)])).toBe('stopped');
});

test('stop ends although requests hang', async () => {
  const server = await serving(never);
  const { socket } = await connected(server);
  const closed = once(socket, 'close');
  socket.write(REQUEST.repeat(30));
  await pause(100);
  const stopped = server.stop().then(() => 'stopped');
  expect(await Promise.race([stopped, pause(11_000)])).toBe('stopped');
  await closed;
});
