import { verifyToken04 } from '@token04/core';
import express from 'express';
import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { toExpress } from '../src/express.ts';
import { toFastify } from '../src/fastify.ts';
import { createTokenHandler, type ErrorEvent } from '../src/node.ts';
import { appOptions, serverSecret } from './app.ts';
import { type Started, startApp, startFastify } from './apps.ts';

const handle = createTokenHandler(appOptions);

function expressApp(...parsers: express.RequestHandler[]): () => Promise<Started> {
  return () => {
    const app = express();
    for (const parser of parsers) app.use(parser);
    app.all('/token', toExpress(handle));
    return startApp(app);
  };
}

async function fastifyApp(): Promise<Started> {
  const app = fastify();
  await app.register(toFastify(handle, '/token'));
  app.post('/other', async (request) => request.body);
  return startFastify(app);
}

const globals = [globalThis.Request, globalThis.Response];

/** As many do who check the signatures of web hooks. */
function keepText(request: object, _response: unknown, body: Buffer): void {
  Object.assign(request, { rawBody: body.toString() });
}

describe.each<[string, () => Promise<Started>]>([
  ['Express', expressApp()],
  ['Express after express.json()', expressApp(express.json())],
  [
    'Express after all its parsers',
    expressApp(express.json(), express.text(), express.urlencoded()),
  ],
  ['Express after express.raw()', expressApp(express.raw({ type: '*/*' }))],
  ['Express after express.text()', expressApp(express.text({ type: '*/*' }))],
  [
    'Express after a parser that keeps the text for itself',
    expressApp(express.json({ verify: keepText })),
  ],
  [
    'Express after a login that paused the request and takes time',
    expressApp((request, _response, next) => {
      request.pause();
      setTimeout(next, 10);
    }),
  ],
  ['node:http', () => startApp(toExpress(handle))],
  ['Fastify', fastifyApp],
])('in %s', (_name, start) => {
  test('answers as the handler does', async () => {
    const { url, end } = await start();
    const post = async (body?: string | null, headers: HeadersInit = {}) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'x-user': 'demo', 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      });
      return [response.status, await response.json()] as const;
    };
    try {
      const [status, answer] = await post('{"roomId":"r1","publish":true}');
      expect(status).toBe(200);
      const { payload } = verifyToken04(answer.token, { serverSecret, userId: 'demo' });
      expect(payload).toContain('"room_id":"r1"');

      expect((await post('{"roomId":"r2"}'))[0]).toBe(403);
      expect((await post('{"__proto__":{}}'))[1].code).toBe('invalid-wish');
      expect((await post(`{"roomId":"${'x'.repeat(5000)}"}`))[1].code).toBe('body-too-large');
      expect((await post('{}', { 'x-user': '' }))[1].code).toBe('unauthenticated');
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'foo', '/']) {
        expect((await post('a=b', { 'content-type': type }))[1].code).toBe(
          'unsupported-media-type',
        );
      }
      const empty = await fetch(url, { method: 'POST', headers: { 'x-user': 'demo' } });
      expect(empty.status).toBe(200);
      const read = await fetch(url);
      expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
    } finally {
      await end();
    }
  });
});

describe.each<[string, express.RequestHandler[]]>([
  [
    'by one who leaves nothing',
    [(request, _response, next) => void request.on('data', () => {}).on('end', next)],
  ],
  [
    'that is, decoded by one who leaves it to others',
    [
      (request, _response, next) => {
        request.setEncoding('utf8');
        next();
      },
    ],
  ],
  [
    'and has become what JSON cannot hold',
    [
      express.json(),
      (request, _response, next) => {
        Object.assign(request, { body: { wish: 1n } });
        next();
      },
    ],
  ],
])('a body that was read before, %s', (_name, readers) => {
  test.each(['with a length', 'in chunks'])('%s: no token, and onError is told', async (how) => {
    const errors: unknown[] = [];
    const onError = ({ error }: ErrorEvent) => errors.push(error);
    const app = express();
    app.use(...readers);
    app.all('/token', toExpress(createTokenHandler({ ...appOptions, onError })));
    const { url, end } = await startApp(app);
    const body = how === 'in chunks' ? new Blob(['{"roomId":"r2"}']).stream() : '{"roomId":"r2"}';
    const headers = { 'x-user': 'demo', 'content-type': 'application/json' };
    try {
      const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
      const response = await fetch(url, init);
      expect((await response.json()).code).toBe('internal-error');
      expect(String(errors)).toContain('the body was read or decoded');
    } finally {
      await end();
    }
  });
});

test('Fastify keeps its own parsers for its other routes', async () => {
  const { url, end } = await fastifyApp();
  try {
    const response = await fetch(new URL('/other', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(await response.json()).toEqual({ a: 1 });
  } finally {
    await end();
  }
});

test('leaves the global Request and Response alone', () => {
  expect([globalThis.Request, globalThis.Response]).toEqual(globals);
});
