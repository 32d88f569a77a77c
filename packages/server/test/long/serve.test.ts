import { verifyToken04 } from '@token04/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenHandler, serve, type TokenServer } from '../../src/node.ts';
import { appOptions, serverSecret } from '../app.ts';
import { HEAD, openSocket, postTo, untilClosed } from '../sockets.ts';

const IDLE_CONNECTIONS = 1000;

let server: TokenServer;
beforeAll(async () => {
  server = await serve(createTokenHandler(appOptions), { port: 0 });
});
afterAll(() => server.stop());

test('listens on this machine alone unless told otherwise', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('rejects where the address is taken', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serve(createTokenHandler(appOptions), { port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test.each([
  [8080, 'options', /^options must be an object with port, hostname, got 8080$/],
  [undefined, 'options', /^options must be an object with port, hostname, got undefined$/],
  [{ prot: 0 }, 'prot', /^options has no "prot"; did you mean "port"\?$/],
  [{ port: undefined }, 'port', /^port must be a number from 0 to 65535, got undefined$/],
  [{}, 'port', /^port must be given, got undefined$/],
  [{ port: '80' }, 'port', /^port must be a number from 0 to 65535, got a string of 2 characters$/],
  [{ port: 80.5 }, 'port', /^port must be an integer, got 80.5$/],
  [{ port: 0, hostname: '' }, 'hostname', /^hostname must be a string that is not empty/],
])('refuses the options %j', async (options, argument, message) => {
  await expect(serve(createTokenHandler(appOptions), options as never)).rejects.toMatchObject({
    code: 'ERR_TOKEN04_ARGUMENT',
    argument,
    message: expect.stringMatching(message),
  });
});

test('a token that came over HTTP verifies', async () => {
  const { token } = await (await postTo(server.url, '{"roomId":"r1"}')).json();
  expect(verifyToken04(token, { serverSecret }).userId).toBe('demo');
});

test('a host of which no URL can be made: 400, whatever the handler would do with it', async () => {
  const socket = await openSocket(server.url);
  const head = HEAD.replace('Host: a', 'Host: 127.0.0.256');
  socket.write(
    `${head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  );
  const text = await untilClosed(socket);
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(text).toContain('"code":"invalid-request"');
});

test('a body of 10 MB is refused', async () => {
  const response = await postTo(server.url, ' '.repeat(10_000_000)).catch((error: Error) => error);
  // The answer, or the end of the connection while the client still sends.
  if (response instanceof Response) expect(response.status).toBe(413);
  else expect(response.name).toBe('TypeError');
  expect((await postTo(server.url)).status).toBe(200);
});

test('a head of 16 kB is refused, and no header of a shorter one is lost', async () => {
  const ask = (headers: number) => {
    const many = Array.from({ length: headers }, (_, i) => [`x-${i}`, '1'] as [string, string]);
    return fetch(server.url, { method: 'POST', headers: [...many, ['x-user', 'demo']] });
  };
  // The header that says who asks comes last.
  expect((await ask(1000)).status).toBe(200);
  expect((await ask(3000)).status).toBe(431);
});

/** Milliseconds: Node's own limits are 60 s for a head and 300 s for a request. */
const BEFORE_NODE_WOULD = 50_000;

describe.concurrent('by the limits of serve', { timeout: BEFORE_NODE_WOULD }, () => {
  test.each([
    ['nothing at all', ''],
    ['half a head', HEAD],
    ['half a body', `${HEAD}Content-Length: 100\r\n\r\n{"roomId"`],
    ['half a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n9\r\n{"ro`],
  ])('%s is answered with 408 and closed', async (_what, sent) => {
    const socket = await openSocket(server.url);
    socket.write(sent);
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('a body that drips in is given up and its connection closed', async () => {
    const socket = await openSocket(server.url);
    socket.write(`${HEAD}Content-Length: 4000\r\n\r\n`);
    const drip = setInterval(() => socket.write(' '), 100);
    const text = await untilClosed(socket);
    clearInterval(drip);
    // The system drops an answer that has not been read where more comes in after the end.
    expect(text).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  test.each([
    ['from the start', ''],
    ['after a request', `${HEAD}Content-Length: 0\r\n\r\n`],
  ])('a connection with nothing but line ends %s is closed', async (_when, sent) => {
    const socket = await openSocket(server.url);
    socket.write(sent);
    const drip = setInterval(() => socket.write('\r\n'), 500);
    await untilClosed(socket);
    clearInterval(drip);
  });

  test('a connection whose answers are not read is closed', async () => {
    const endless = await serve(async () => new Response('x'.repeat(50_000_000)), { port: 0 });
    const socket = await openSocket(endless.url);
    socket.pause();
    socket.write(`${HEAD}Content-Length: 0\r\n\r\n`);
    // Writing tells that the other side has closed it, which not reading does not.
    const drip = setInterval(() => socket.write('\r\n'), 500);
    // Unlike once(), which would reject for the reset that comes before.
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    await endless.stop();
  });

  test(`${IDLE_CONNECTIONS} idle connections keep nobody waiting, and are closed`, async () => {
    const sockets = await Promise.all(
      Array.from({ length: IDLE_CONNECTIONS }, () => openSocket(server.url)),
    );
    let stillOpen = IDLE_CONNECTIONS;
    const allClosed = Promise.all(
      sockets.map((socket) => untilClosed(socket).finally(() => stillOpen--)),
    );
    expect((await postTo(server.url)).status).toBe(200);
    expect(stillOpen).toBeGreaterThan(0);
    await allClosed;
  });
});
