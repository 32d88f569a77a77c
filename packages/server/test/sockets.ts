// Clients of a server, by fetch and below HTTP.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection to who listens at a URL. A server may reset what it does not want to read. */
export async function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('latin1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** All that came until the server closed the connection. */
export async function untilClosed(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  await once(socket, 'close');
  return text;
}

/** The head of a request by `demo`, without the lines that tell how long the body is. */
export const HEAD =
  'POST /token HTTP/1.1\r\nHost: a\r\nX-User: demo\r\nContent-Type: application/json\r\n';

/** Asks by fetch, as `demo`. */
export function postTo(url: string, body?: string): Promise<Response> {
  const headers = { 'x-user': 'demo', 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
}
