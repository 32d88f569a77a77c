// Clients that do not behave: connections below HTTP.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';

/** A request of the server has 8 s to arrive, and connections are looked at once a second. */
const CLOSE_LIMIT = 10_500;

export async function openSocket({ port }) {
  const socket = connect(port, '127.0.0.1');
  // A server may reset what it does not want to read.
  socket.on('error', () => {});
  await once(socket, 'connect', { signal: AbortSignal.timeout(CLOSE_LIMIT) });
  return socket;
}

/**
 * @returns the status that came before the server closed the connection, or undefined
 * @throws Error (as a rejection) where it is still open after 10.5 s
 */
export async function untilClosed(socket) {
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  if (!socket.closed) await closing(socket);
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(text) ?? [];
  return status && Number(status);
}

/** Unlike once(), which would reject for the reset that comes before. */
function closing(socket) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`a connection was open for more than ${CLOSE_LIMIT} ms`));
      socket.destroy();
    }, CLOSE_LIMIT);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * How many of these clients read this status. The others read nothing: the system drops an answer
 * that has not been read where more is sent after it.
 */
export function answeredWith(expected, statuses) {
  const read = statuses.filter((status) => status !== undefined);
  assert.ok(read.length > 0, 'nobody got an answer');
  for (const status of read) assert.equal(status, expected);
  return read.length;
}

/** The head of a request for a token, without the lines that tell how long the body is. */
export const headOf = (jwt) =>
  `POST /token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${jwt}\r\nContent-Type: application/json\r\n`;
