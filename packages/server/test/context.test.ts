// What the app's own login knows of a request reaches `identify`. The lines that TypeScript must
// refuse are part of the test: `tsc` fails where one of them is taken.
import { createServer } from 'node:http';
import { Token04Error, verifyToken04 } from '@token04/core';
import { listen } from '@token04/test-kit/ports';
import express from 'express';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import { toExpress } from '../src/express.ts';
import { toFastify } from '../src/fastify.ts';
import { createTokenHandler as createOnWebCrypto, type ErrorEvent } from '../src/index.ts';
import { createMetrics, createTokenHandler as createOnNode, serve } from '../src/node.ts';
import { appId, appOptions, ask, serverSecret } from './app.ts';

interface Login {
  id: string;
}

const grant = ({ userId }: { userId: string }) => ({ userId, effectiveTimeInSeconds: 60 });
const identify = (_request: Request, login: Login | null) => (login ? { userId: login.id } : null);
const options = { appId, serverSecret, identify, grant };

const userOf = async (response: Response): Promise<string> =>
  verifyToken04((await response.json()).token, { serverSecret }).userId;

describe.each([
  ['on WebCrypto', createOnWebCrypto],
  ['on node:crypto', createOnNode],
])('the context of createTokenHandler %s', (_, create) => {
  const handle = create(options);

  test('is given to identify, with its type', async () => {
    expect(await userOf(await handle(ask(), { id: 'anna' }))).toBe('anna');
    expect((await handle(ask(), null)).status).toBe(401);
    // @ts-expect-error: this handler cannot do without
    const refused = await handle(ask());
    expect(refused.status).toBe(401);
    // @ts-expect-error: a Login has an id
    expect((await handle(ask(), { name: 'anna' })).status).toBe(500);
  });

  test('has the type that createTokenHandler is given', async () => {
    const typed = create<{ userId: string }, Login | undefined>({
      ...appOptions,
      identify: (_request, login) => (login ? { userId: login.id } : null),
    });
    expect(await userOf(await typed(ask({ roomId: 'r1' }), { id: 'anna' }))).toBe('anna');
    // It may be left out, as undefined is a context.
    expect((await typed(ask())).status).toBe(401);
  });

  test('may be a promise', async () => {
    expect(await userOf(await handle(ask(), Promise.resolve({ id: 'anna' })))).toBe('anna');
    expect((await handle(ask(), Promise.resolve(null))).status).toBe(401);
  });

  test('that rejects is a failure of identify; that never comes, a 503', async () => {
    const onError = vi.fn((_event: ErrorEvent) => {});
    const failing = create({ ...options, onError, timeoutInMilliseconds: 50 });
    const error = new Error('the session store is down');
    const response = await failing(ask(), Promise.reject(error));
    expect([response.status, await response.text()]).toEqual([
      500,
      expect.not.stringContaining('session store'),
    ]);
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ stage: 'identify', error })]]);

    expect((await failing(ask(), new Promise(() => {}))).status).toBe(503);
  });

  test('that rejects is no unhandled rejection where nobody asked for it', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const get = new Request('https://app.example/token');
    expect((await handle(get, Promise.reject(new Error('late')))).status).toBe(405);
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('reaches identify for pages of other origins, and with metrics', async () => {
    const shared = create({ ...options, allowedOrigins: ['https://app.example'] });
    expect(await userOf(await shared(ask(), { id: 'anna' }))).toBe('anna');
    const observed = createMetrics().observe(shared);
    expect(await userOf(await observed(ask(), { id: 'bert' }))).toBe('bert');
  });

  test('is what the platform hands over, where a handler is its fetch', async () => {
    const anyone = create(appOptions);
    // As of Deno.serve, and of a Worker.
    const denoServe = (_handler: (request: Request, info: { remoteAddr: object }) => unknown) => {};
    denoServe(anyone);
    const worker: { fetch(request: Request, env: { DB: object }): Promise<Response> } = {
      fetch: create<{ userId: string }, { DB: object }>({ ...appOptions }),
    };
    expect((await worker.fetch(ask({ roomId: 'r1' }), { DB: {} })).status).toBe(200);
  });

  test('cannot be promised by who has none', () => {
    // @ts-expect-error: serve calls a handler with the request alone
    const start = () => serve(handle, { port: 0 });
    // @ts-expect-error
    const route = () => toExpress(handle);
    // @ts-expect-error
    const plugin = () => toFastify(handle, '/token');
    expect([typeof start, typeof route, typeof plugin]).toEqual(Array(3).fill('function'));
  });
});

const errors: unknown[] = [];
const handle = createOnNode({ ...options, onError: ({ error }) => errors.push(error) });
const thrown = new Error('thrown by context');

/** Who is asking as a middleware of the app would find out; `broken` breaks the context itself. */
function loginOf(name: string | string[] | undefined): Login | null {
  if (name === 'broken') throw thrown;
  return typeof name === 'string' ? { id: name } : null;
}

interface Started {
  url: string;
  end(): Promise<unknown>;
}

async function startServer(listener: Parameters<typeof createServer>[1]): Promise<Started> {
  const server = createServer(listener);
  const url = await listen(server);
  return {
    url: `${url}/token`,
    end: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function listenWithFastify(app: FastifyInstance): Promise<Started> {
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${url}/token`, end: () => app.close() };
}

function expressApp(): Promise<Started> {
  const app = express();
  app.use((_request, response, next) => {
    response.setHeader('x-hook', 'kept');
    next();
  });
  const route = toExpress(handle, { context: ({ headers }) => loginOf(headers['x-login']) });
  app.all('/token', route);
  return startServer(app);
}

function expressTyped(): Promise<Started> {
  const app = express();
  app.use((_request, response, next) => {
    response.setHeader('x-hook', 'kept');
    next();
  });
  const context = async (request: express.Request, response: express.Response) => {
    expect(response.locals).toEqual({});
    return loginOf(request.get('x-login'));
  };
  app.post('/token', express.json(), toExpress(handle, { context }));
  return startServer(app);
}

function fastifyApp(register: (app: FastifyInstance) => unknown): () => Promise<Started> {
  return () => {
    const app = fastify();
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('x-hook', 'kept');
    });
    register(app);
    return listenWithFastify(app);
  };
}

const context = ({ headers }: FastifyRequest) => loginOf(headers['x-login']);

describe.each<[string, () => Promise<Started>]>([
  ['Express', expressApp],
  ['Express with its own types, after its parser, with a promise', expressTyped],
  ['Fastify', fastifyApp((app) => app.register(toFastify(handle, '/token', { context })))],
  [
    'Fastify, all in the options',
    fastifyApp((app) => app.register(toFastify(handle, { path: '/token', context }))),
  ],
  [
    'Fastify, with a prefix',
    fastifyApp((app) => app.register(toFastify(handle, { context }), { prefix: '/token' })),
  ],
  [
    'Fastify, with a promise',
    fastifyApp((app) =>
      app.register(
        toFastify(handle, '/token', {
          context: async (request, reply) => {
            expect(reply.statusCode).toBe(200);
            return context(request);
          },
        }),
      ),
    ),
  ],
])('in %s', (_name, start) => {
  test('identify knows whom the login knows', async () => {
    errors.length = 0;
    const { url, end } = await start();
    const post = (headers: Record<string, string> = {}) =>
      fetch(url, {
        method: 'POST',
        body: '{"roomId":"r1"}',
        headers: { 'content-type': 'application/json', ...headers },
      });
    try {
      const response = await post({ 'x-login': 'anna' });
      expect(response.headers.get('x-hook')).toBe('kept');
      expect(await userOf(response)).toBe('anna');
      expect(await userOf(await post({ 'x-login': 'bert' }))).toBe('bert');
      expect((await post()).status).toBe(401);
      expect(errors).toEqual([]);

      const broken = await post({ 'x-login': 'broken' });
      expect([broken.status, (await broken.json()).code]).toEqual([500, 'internal-error']);
      expect(errors).toEqual([thrown]);
    } finally {
      await end();
    }
  });
});

test('in Hono', async () => {
  const app = new Hono<{ Variables: { login: Login | null } }>();
  app.use(async (c, next) => {
    c.set('login', loginOf(c.req.header('x-login')));
    await next();
  });
  app.all('/token', (c) => handle(c.req.raw, c.get('login')));
  const post = (headers: Record<string, string>) =>
    app.request('/token', { method: 'POST', headers });
  expect(await userOf(await post({ 'x-login': 'anna' }))).toBe('anna');
  expect((await post({})).status).toBe(401);
});

test.each<[string, () => unknown, string]>([
  ['toExpress', () => toExpress(options as never), 'handler'],
  ['toFastify', () => toFastify(options as never, '/token'), 'handler'],
  ['toExpress', () => toExpress(handle, {} as never), 'context'],
  ['toExpress', () => toExpress(handle, { context: 'user' } as never), 'context'],
  ['toExpress', () => toExpress(handle, { context, path: '/' } as never), 'path'],
  ['toFastify', () => toFastify(handle, { context, prefix: '/' } as never), 'prefix'],
  ['toFastify', () => toFastify(handle, '/token', { context: {} } as never), 'context'],
  ['toFastify', () => toFastify(handle, { path: 1, context } as never), 'path'],
])('%s refuses what its options cannot be: %#', (_, make, argument) => {
  let error: unknown;
  try {
    make();
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(Token04Error);
  expect(error).toMatchObject({ code: 'ERR_TOKEN04_ARGUMENT', argument });
});
