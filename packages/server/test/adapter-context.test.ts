// What the app's own login knows of a request reaches `identify` through each adapter.
import { Token04Error } from '@token04/core';
import express from 'express';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { toExpress } from '../src/express.ts';
import { toFastify } from '../src/fastify.ts';
import { createTokenHandler } from '../src/node.ts';
import { type Started, startApp, startFastify } from './apps.ts';
import { type Login, loginOptions, userOf } from './login.ts';

const errors: unknown[] = [];
const handle = createTokenHandler({ ...loginOptions, onError: ({ error }) => errors.push(error) });
const thrown = new Error('thrown by context');

/** Who is asking as a middleware of the app would find out; `broken` breaks the context itself. */
function loginOf(name: string | string[] | undefined): Login | null {
  if (name === 'broken') throw thrown;
  return typeof name === 'string' ? { id: name } : null;
}

const setHeader: express.RequestHandler = (_request, response, next) => {
  response.setHeader('x-hook', 'kept');
  next();
};

function expressApp(): Promise<Started> {
  const app = express();
  app.use(setHeader);
  const route = toExpress(handle, { context: ({ headers }) => loginOf(headers['x-login']) });
  app.all('/token', route);
  return startApp(app);
}

function expressTyped(): Promise<Started> {
  const app = express();
  app.use(setHeader);
  const context = async (request: express.Request, response: express.Response) => {
    expect(response.locals).toEqual({});
    return loginOf(request.get('x-login'));
  };
  app.post('/token', express.json(), toExpress(handle, { context }));
  return startApp(app);
}

function fastifyApp(register: (app: FastifyInstance) => unknown): () => Promise<Started> {
  return () => {
    const app = fastify();
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('x-hook', 'kept');
    });
    register(app);
    return startFastify(app);
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

test('in Hono identify knows whom the login knows', async () => {
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
  ['toExpress', () => toExpress(loginOptions as never), 'handler'],
  ['toFastify', () => toFastify(loginOptions as never, '/token'), 'handler'],
  ['toExpress', () => toExpress(handle, {} as never), 'context'],
  ['toExpress', () => toExpress(handle, { context: 'user' } as never), 'context'],
  ['toExpress', () => toExpress(handle, { context, path: '/' } as never), 'path'],
  ['toFastify', () => toFastify(handle, { context, prefix: '/' } as never), 'prefix'],
  ['toFastify', () => toFastify(handle, '/token', { context: {} } as never), 'context'],
  ['toFastify', () => toFastify(handle, { path: 1, context } as never), 'path'],
  ['toFastify', () => toFastify(handle, '/token', context as never), 'options'],
  ['toFastify', () => toFastify(handle, '/token', { context, path: '/' } as never), 'path'],
  ['toFastify', () => toFastify(handle, { path: 'token', context }), 'path'],
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
