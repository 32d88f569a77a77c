// What the app's own login knows of a request reaches `identify`. The lines that TypeScript must
// refuse are part of the test: `tsc` fails where one of them is taken.
import { expect, test, vi } from 'vitest';
import { toExpress } from '../src/express.ts';
import { toFastify } from '../src/fastify.ts';
import { createMetrics, type ErrorEvent, serve } from '../src/node.ts';
import { appOptions, ask } from './app.ts';
import { describeBoth } from './both.ts';
import { type Login, loginOptions, userOf } from './login.ts';

describeBoth('the context of createTokenHandler', (create) => {
  const handle = create(loginOptions);

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
    const failing = create({ ...loginOptions, onError, timeoutInMilliseconds: 50 });
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
    const shared = create({ ...loginOptions, allowedOrigins: ['https://app.example'] });
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
