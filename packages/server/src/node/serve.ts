import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import * as v from 'valibot';
import { aFunction, aNumber, aString, checkFields } from '../lib/arguments.ts';
import type { TokenHandler } from '../lib/options.ts';
import { Problem, problemResponse } from '../lib/problem.ts';
import { type Connection, createConnection } from './connection.ts';
import { listener } from './listener.ts';

export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** `'127.0.0.1'` unless given: only this machine. */
  readonly hostname?: string | undefined;
}

export interface TokenServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /**
   * Takes no more connections, answers new requests on old ones with 503, waits for those in
   * flight, 10 s at most, and then closes every connection.
   */
  stop(): Promise<void>;
}

const schema = v.strictObject({
  port: v.pipe(aNumber(0, 65_535), v.integer('an integer')),
  hostname: v.optional(aString, '127.0.0.1'),
});

/** Node's own limits would let a half-sent request stay for five minutes. */
const TIMEOUTS = {
  headersTimeout: 8000,
  requestTimeout: 8000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
};
/**
 * As long as Linux lets it be. Connections that were reset stay in the queue until they are accepted,
 * and who finds it full tries again after one second, three, seven.
 */
const BACKLOG = 4096;
const SWEEP_MILLISECONDS = 1000;
const GRACE_MILLISECONDS = 10_000;
/** For requests that are on their way when the server is told to stop. */
const LINGER_MILLISECONDS = 100;
const LOOK_MILLISECONDS = 10;

/**
 * Serves a Fetch handler over HTTP/1.1 with limits that fit a token endpoint: a request has to
 * arrive within 8 s, with a head of 16 kB and a body of 12 kB at most; requests of a connection are
 * answered one after another, and a client that does not read its answers is cut off after 10 s. As
 * `serve` of @hono/node-server does, it puts lighter `Request` and `Response` classes in the place
 * of the global ones.
 *
 * @throws Token04Error (as a rejection) `ERR_TOKEN04_ARGUMENT`
 * @throws the system's error (as a rejection) where the address cannot be listened on
 */
export async function serve(handler: TokenHandler, options: ServeOptions): Promise<TokenServer> {
  checkFields(v.strictObject({ handler: aFunction }), { handler }, 'serve');
  const { port, hostname } = checkFields(schema, options, 'options');
  let stopping = false;
  const connections = new Map<Socket, Connection>();
  const listen = listener(
    async (request) => (stopping ? problemResponse(STOPPING) : handler(request)),
    true,
  );
  const server = createServer(TIMEOUTS);
  // Node would drop what is above a count, Authorization too; its 16 kB for the head are the limit.
  server.maxHeadersCount = 0;
  server.on('connection', (socket) => {
    const connection = createConnection(socket, (request, response) => {
      takeBody(request);
      listen(request, response, undefined);
    });
    connections.set(socket, connection);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', (request, response) =>
    connections.get(request.socket)?.take(request, response),
  );
  const sweep = setInterval(() => {
    for (const { look } of connections.values()) look();
  }, SWEEP_MILLISECONDS).unref();
  server.once('close', () => clearInterval(sweep));
  server.listen({ port, host: hostname, backlog: BACKLOG });
  await once(server, 'listening');

  const { address, family, port: actualPort } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping = true;
    const end = performance.now() + GRACE_MILLISECONDS;
    const closed = once(server, 'close');
    // Node would cut off requests that have arrived on such connections and are not read yet.
    server.closeIdleConnections = () => {};
    server.close();
    await setTimeout(LINGER_MILLISECONDS);
    while ([...connections.values()].some(({ isBusy }) => isBusy()) && performance.now() < end) {
      await setTimeout(LOOK_MILLISECONDS);
    }
    // All of them: Node knows only those whose requests it is reading.
    for (const socket of connections.keys()) socket.destroy();
    await closed;
  };
  return {
    url: `http://${host}:${actualPort}`,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/**
 * Gives @hono/node-server the body as `rawBody` where it has come as a whole: that costs less than to
 * wait for it.
 */
function takeBody(request: IncomingMessage): void {
  if (!request.complete) return;
  const chunks: Buffer[] = [];
  // Each chunk by itself: Node.js 26 gives no more at a time, where those before it give all.
  while (request.readableLength > 0) chunks.push(request.read());
  Object.assign(request, { rawBody: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) });
}

const STOPPING = new Problem('stopping', { headers: { Connection: 'close', 'Retry-After': '1' } });
