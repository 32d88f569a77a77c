import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server';
import { Problem, problemResponse } from '../lib/problem.ts';

/**
 * Answers requests of node:http by a handler, which gets their objects as well.
 *
 * @param overrideGlobalObjects put the lighter `Request` and `Response` of @hono/node-server in the
 * place of the global ones, as that does by default: half as many requests again per second
 * @returns a function whose last argument is what a body parser made of the request, if one has read it
 */
export function listener(
  handler: (request: Request, raw: HttpBindings) => Promise<Response>,
  overrideGlobalObjects: boolean,
): (request: IncomingMessage, response: ServerResponse, body: unknown) => Promise<void> {
  const listen = getRequestListener((request, raw) => handler(request, raw as HttpBindings), {
    overrideGlobalObjects,
    errorHandler: (error) =>
      problemResponse(
        new Problem(error instanceof RequestError ? 'invalid-request' : 'internal-error'),
      ),
  });
  return (request, response, body) => {
    // A parser that passed a request by has left its stream alone; some keep the bytes themselves.
    if (request.readableDidRead && !Buffer.isBuffer((request as { rawBody?: unknown }).rawBody)) {
      Object.assign(request, { rawBody: bytesOf(request, body) });
    }
    return listen(request, response);
  };
}

/** For @hono/node-server, which takes `rawBody` for the body. */
function bytesOf({ headers }: IncomingMessage, body: unknown): Buffer {
  const isEmpty = headers['content-length'] === '0' || body === undefined;
  if (isEmpty) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
