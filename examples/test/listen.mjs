import { listen } from '../../packages/test-kit/dist/ports.mjs';

/** Has a server of node:http listen on a free port of this machine. */
export async function startListening(server) {
  return {
    url: `${await listen(server)}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
