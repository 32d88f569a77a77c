// Apps in the frameworks that the adapters are for, on a port of this machine.
import { createServer } from 'node:http';
import { listen } from '@token04/test-kit/ports';
import type { FastifyInstance } from 'fastify';

export interface Started {
  /** Of the token endpoint. */
  url: string;
  end(): Promise<unknown>;
}

export async function startApp(listener: Parameters<typeof createServer>[1]): Promise<Started> {
  const server = createServer(listener);
  const url = await listen(server);
  return {
    url: `${url}/token`,
    end: () => new Promise((resolve) => server.close(resolve)),
  };
}

export async function startFastify(app: FastifyInstance): Promise<Started> {
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${url}/token`, end: () => app.close() };
}
