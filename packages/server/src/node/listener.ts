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
  let goodHost: string | undefined;
  const answer = (request: Request, raw: HttpBindings): Promise<Response> => {
    const { headers, url = '' } = raw.incoming;
    const host = url.startsWith('/') ? headers.host : undefined;
    // Not for each request, since nearly all are for one host, and no path makes a URL a bad one.
    if (host === undefined || host !== goodHost) {
      // @hono/node-server takes hosts such as 127.0.0.256, of which no URL can be made later.
      if (!URL.canParse(request.url)) throw new RequestError('no URL');
      goodHost = host;
    }
    // Marked as used, for the handler to refuse: taken for empty, it would be another wish.
    const used = lost.has(raw.incoming) ? request.arrayBuffer() : undefined;
    return used === undefined ? handler(request, raw) : used.then(() => handler(request, raw));
  };
  const listen = getRequestListener((request, raw) => answer(request, raw as HttpBindings), {
    overrideGlobalObjects,
    errorHandler: (error) =>
      problemResponse(
        new Problem(error instanceof RequestError ? 'invalid-request' : 'internal-error'),
      ),
  });
  return (request, response, body) => {
    // Whoever paused it, for a login that takes time, leaves it to the reader to let it go on.
    if (request.isPaused()) resumeForReader(request);
    // A parser that passed a request by has left its stream alone; some keep the bytes themselves.
    if (request.readableDidRead && !Buffer.isBuffer((request as { rawBody?: unknown }).rawBody)) {
      const rawBody = bytesOf(request, body);
      if (rawBody === undefined) lost.add(request);
      Object.assign(request, { rawBody: rawBody ?? NO_BODY });
    } else if (request.readableEncoding) {
      // Its bytes are decoded already, and as strings no stream of Fetch takes them.
      lost.add(request);
      Object.assign(request, { rawBody: NO_BODY });
    }
    return listen(request, response);
  };
}

function resumeForReader(request: IncomingMessage): void {
  request.on('newListener', (event) => {
    if (event === 'data') process.nextTick(() => request.resume());
  });
}

const NO_BODY = Buffer.alloc(0);
/** Requests whose body was read before, and cannot be had any more. */
const lost = new WeakSet<IncomingMessage>();

/**
 * The bytes of a body that was read before, for @hono/node-server to take as `rawBody`.
 *
 * @returns undefined where whoever read it left nothing, or something that is no body
 */
function bytesOf({ headers }: IncomingMessage, body: unknown): Buffer | undefined {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = headers;
  if (Number(length) === 0 && coding === undefined) return NO_BODY;
  if (Buffer.isBuffer(body)) return body;
  try {
    return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  } catch {
    return undefined;
  }
}
