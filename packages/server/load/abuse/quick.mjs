// Clients that are gone as soon as they came. Each gets a connection, and may end it in its own way.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = 'Host: localhost\r\n';
/** About as many as the system hands over at once. */
const PIPELINED = 1700;

const request = (line, more = '', body = '') => `${line} HTTP/1.1\r\n${HOST}${more}\r\n${body}`;
const wish = (length = 14) =>
  request(
    'POST /token',
    `Content-Type: application/json\r\nContent-Length: ${length}\r\n`,
    '{"roomId":"r1"}'.slice(0, length),
  );

/** Not at once, so that what was sent is on its way. */
async function reset(socket) {
  await sleep(5);
  socket.resetAndDestroy();
}

const sendAndReset = (text) => async (socket) => {
  socket.write(text);
  await reset(socket);
};

const sendAndRead = (text) => async (socket) => {
  socket.resume();
  socket.write(text);
  // Most are closed by the server; keep-alive is not waited for.
  await Promise.race([new Promise((resolve) => socket.once('close', resolve)), sleep(50)]);
  socket.destroy();
};

/** @type {{ [name: string]: (socket: import('node:net').Socket) => Promise<void> }} */
export const quick = {
  'pipelined POST /token, reset': sendAndReset(request('POST /token').repeat(PIPELINED)),
  'pipelined wishes, reset': sendAndReset(wish().repeat(400)),
  'pipelined GET /healthz, reset': sendAndReset(request('GET /healthz').repeat(PIPELINED)),
  'pipelined GET of another path, reset': sendAndReset(request('GET /no').repeat(PIPELINED)),
  'pipelined OPTIONS, reset': sendAndReset(request('OPTIONS /token').repeat(PIPELINED)),
  'pipelined Expect, reset': sendAndReset(request('POST /token', 'Expect: 1\r\n').repeat(1000)),
  'pipelined without Host, reset': sendAndReset('GET / HTTP/1.1\r\n\r\n'.repeat(PIPELINED)),
  'pipelined, read': sendAndRead(request('GET /healthz').repeat(30)),
  'reset at once': (socket) => {
    socket.resetAndDestroy();
    return Promise.resolve();
  },
  'reset in the first line': sendAndReset('POST /tok'),
  'reset in the head': sendAndReset(wish().slice(0, 40)),
  'reset before the body': sendAndReset(wish(14).slice(0, -14)),
  'reset in the body': sendAndReset(wish().slice(0, -5)),
  'reset in a chunk': sendAndReset(
    request('POST /token', 'Transfer-Encoding: chunked\r\n', '9\r\n{"ro'),
  ),
  'reset after the request': sendAndReset(wish()),
  'reset in the answer': async (socket) => {
    socket.write(request('GET /healthz').repeat(20));
    await Promise.race([once(socket, 'data').catch(() => {}), sleep(100)]);
    socket.resetAndDestroy();
  },
  'ended after the request': async (socket) => {
    socket.resume();
    socket.end(wish());
    await Promise.race([new Promise((resolve) => socket.once('close', resolve)), sleep(200)]);
    socket.destroy();
  },
  'no HTTP': sendAndRead(randomBytes(2000)),
  'a head without end': sendAndRead(request('GET /', 'X: y\r\n'.repeat(5000))),
  'CONNECT and Upgrade': sendAndRead(
    request('GET /token', 'Connection: Upgrade\r\nUpgrade: websocket\r\n') + request('CONNECT a:1'),
  ),
  'a body that is too long': sendAndRead(
    request('POST /token', `Content-Length: 100000\r\n`, ' '.repeat(60_000)),
  ),
  'JWTs that are none': sendAndRead(
    request('POST /token', `Authorization: Bearer ${'x'.repeat(4000)}.y.z\r\n`).repeat(4),
  ),
};
