// Clients that hold a connection for as long as they are let. Each ends when the server has ended it.
import { setTimeout as sleep } from 'node:timers/promises';

const HEALTH = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';
const HEAD = 'POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

/** A client that does not read learns by writing that the connection has been closed. */
async function writeOn(socket, text, milliseconds) {
  while (!socket.destroyed) {
    if (socket.writableLength < 65_536) socket.write(text);
    await sleep(milliseconds);
  }
}

async function read(socket) {
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
}

/** @type {{ [name: string]: (socket: import('node:net').Socket) => Promise<void> }} */
export const slow = {
  'says nothing': read,
  'half a head': async (socket) => {
    socket.write(HEAD);
    await read(socket);
  },
  'half a body': async (socket) => {
    socket.write(`${HEAD}Content-Length: 100\r\n\r\n{"ro`);
    await read(socket);
  },
  'a head, letter by letter': async (socket) => {
    socket.resume();
    socket.write(`${HEAD}X: `);
    await writeOn(socket, 'x', 200);
  },
  'a body, blank by blank': async (socket) => {
    socket.resume();
    socket.write(`${HEAD}Content-Length: 4000\r\n\r\n`);
    await writeOn(socket, ' ', 200);
  },
  'chunks of one byte without end': async (socket) => {
    socket.resume();
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    await writeOn(socket, '1\r\n \r\n'.repeat(2000), 5);
  },
  'asks, and does not read': async (socket) => {
    socket.write(HEALTH.repeat(30));
    // Not a request, which would keep it alive.
    await sleep(7000);
    await writeOn(socket, '\r\n', 500);
  },
  'ends its side, and does not read': async (socket) => {
    socket.end(`${HEALTH.repeat(10)}${HEAD}`);
    await sleep(10_000);
    await read(socket);
  },
};

/** Asks without a pause and never reads, until no buffer takes more: for few connections. */
export async function neverReads(socket) {
  while (!socket.destroyed) {
    // As many as may wait, so that the connection is not closed for more.
    if (socket.writableLength === 0) socket.write(HEALTH.repeat(16));
    await sleep(1);
  }
}
