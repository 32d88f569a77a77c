// Servers and ports on this machine.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';

/** Has a server listen on a free port, unless one is given, and gives its URL. */
export async function listen(server: Server, port = 0): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port on which nothing listens, for a program that cannot choose one itself. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const url = await listen(server);
  server.close();
  await once(server, 'close');
  return Number(new URL(url).port);
}

/** Whether something listens on the port. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
