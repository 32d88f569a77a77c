// What the app's own functions get wrong: who is told, and what the client is answered.
import { afterEach, expect, test, vi } from 'vitest';
import { createTokenHandler, type ErrorEvent } from '../src/node.ts';
import { problemOf } from './answers.ts';
import { appOptions, ask, serverSecret } from './app.ts';
import { describeBoth } from './both.ts';
import { never } from './streams.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describeBoth('a failure of the app', (create) => {
  const handle = create(appOptions);

  test.each(['identify', 'rateLimit', 'grant', 'serverSecret', 'onIssue'])(
    '503 where %s hangs',
    async (hook) => {
      vi.useFakeTimers();
      const hanging = create({ ...appOptions, timeoutInMilliseconds: 50, [hook]: () => never });
      const answer = hanging(ask());
      await vi.advanceTimersByTimeAsync(50);
      const response = await answer;
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await problemOf(response)).toEqual({ status: 503, code: 'timeout' });
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test('what comes after the time is up issues nothing', async () => {
    const onIssue = vi.fn();
    let grantNow = (): void => {};
    const late = create({
      ...appOptions,
      timeoutInMilliseconds: 5,
      grant: ({ userId }) =>
        new Promise((resolve) => {
          grantNow = () => resolve({ userId, effectiveTimeInSeconds: 60 });
        }),
      onIssue,
    });
    expect((await late(ask())).status).toBe(503);
    grantNow();
    // Longer than a token takes on the same machine: WebCrypto answers from another thread.
    expect((await handle(ask())).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(onIssue).not.toHaveBeenCalled();
  });

  const fault = new Error(`quotes ${serverSecret}`);

  const fail = () => {
    throw fault;
  };

  test.each([
    ['identify', 'throws', { identify: fail }],
    ['identify', 'rejects', { identify: async () => fail() }],
    ['identify', 'returns undefined', { identify: () => undefined }],
    ['identify', 'returns no userId', { identify: () => ({}) }],
    ['identify', 'returns true', { identify: () => true }],
    ['identify', 'reads the body', { identify: readsBody }],
    ['rateLimit', 'throws', { rateLimit: fail }],
    ['rateLimit', 'returns true', { rateLimit: () => true }],
    ['rateLimit', 'returns undefined', { rateLimit: () => undefined }],
    ['rateLimit', 'returns NaN', { rateLimit: () => Number.NaN }],
    ['grant', 'throws', { grant: fail }],
    ['grant', 'returns undefined', { grant: () => undefined }],
    ['grant', 'returns a string', { grant: () => 'demo' }],
    ['issue', 'finds no userId', { grant: () => ({ effectiveTimeInSeconds: 60 }) }],
    ['issue', 'finds a ttl of 0', { grant: () => ({ userId: 'demo', effectiveTimeInSeconds: 0 }) }],
    ['issue', 'finds an unknown field', { grant: () => ({ ...good, ttl: 60 }) }],
    ['issue', 'finds an object for payload', { grant: () => ({ ...good, payload: {} }) }],
    ['serverSecret', 'throws', { serverSecret: fail }],
    ['serverSecret', 'is too short', { serverSecret: () => 'short' }],
    ['onIssue', 'throws', { onIssue: fail }],
    ['onIssue', 'rejects', { onIssue: async () => fail() }],
  ])('500 where %s %s, and onError gets it', async (stage, _how, options) => {
    const onError = vi.fn();
    const broken = create({ ...appOptions, ...(options as object), onError });
    const request = ask({ roomId: 'r1' });
    const response = await broken(request);
    const text = await response.clone().text();
    expect(await problemOf(response)).toEqual({ status: 500, code: 'internal-error' });
    expect(text).not.toMatch(/quotes|fa94|token"/);
    expect(onError).toHaveBeenCalledTimes(1);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ stage, request });
  });

  test('a failing onError changes no answer', async () => {
    for (const onError of [fail, async () => fail()]) {
      expect((await create({ ...appOptions, grant: fail, onError })(ask())).status).toBe(500);
    }
  });

  test('without onError, console.error says where and what, not the text', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    await create({ ...appOptions, grant: fail })(ask());
    await create({ ...appOptions, grant: () => ({ userId: '', effectiveTimeInSeconds: 1 }) })(
      ask(),
    );
    expect(print.mock.calls).toEqual([
      ['@token04/server: grant failed with Error; onError gets the exception'],
      [
        '@token04/server: issue failed with Token04Error: userId must be a well-formed string of 1 to 64 UTF-16 units, got the string ""; onError gets the exception',
      ],
    ]);
  });
});

test.each<[object, string]>([
  [
    { identify: () => undefined },
    'identify failed with TypeError: identify must return an object with a userId, or null, got undefined',
  ],
  [
    { grant: () => 'demo' },
    'grant failed with TypeError: grant must return an object or null, not string',
  ],
  [
    { serverSecret: () => undefined },
    'serverSecret failed with Token04Error: serverSecret must be a string of 32 bytes (not the AppSign), got undefined',
  ],
])('without onError, console.error gets the own text in full: %j', async (options, text) => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  await createTokenHandler({ ...appOptions, ...options } as never)(ask());
  expect(print.mock.calls).toEqual([[`@token04/server: ${text}; onError gets the exception`]]);
});

test.each([
  [undefined, 'undefined'],
  ['demo', 'string'],
  [{ id: 'demo' }, 'an object without one'],
  [{ userId: '' }, 'an empty one'],
  [{ userId: 42 }, 'a userId that is no string, but of type number'],
])('an identity that is none, %j: the message says what came', async (identity, got) => {
  const onError = vi.fn((_event: ErrorEvent) => {});
  const wrong = createTokenHandler({ ...appOptions, onError, identify: () => identity as never });
  expect((await wrong(ask())).status).toBe(500);
  expect(onError.mock.calls[0]?.[0].error).toMatchObject({
    message: `identify must return an object with a userId, or null, got ${got}`,
  });
});

test('a body that was read before is a failure that says so', async () => {
  const onError = vi.fn((_event: ErrorEvent) => {});
  const request = ask({ roomId: 'r1' });
  await request.json();
  const response = await createTokenHandler({ ...appOptions, onError })(request);
  expect(response.status).toBe(500);
  expect(onError.mock.calls[0]?.[0].error).toMatchObject({
    message:
      'the body was read or decoded (setEncoding), by identify or before the handler was called',
  });
});

test.each([
  ['', {}],
  [', where pages of other origins may ask', { allowedOrigins: ['https://app.example'] }],
])('what a framework has for a request is told from one of Fetch%s', async (_, options) => {
  const onError = vi.fn((_event: ErrorEvent) => {});
  const handle = createTokenHandler({ ...appOptions, ...options, onError });
  const ofExpress = { method: 'POST', url: '/token', headers: { host: 'app.example' } };
  const ofHono = { req: { raw: ask() } };
  for (const request of [ofExpress, ofHono, undefined]) {
    const response = await handle(request as never);
    expect(response.status).toBe(500);
    expect(onError.mock.lastCall?.[0].error).toMatchObject({
      message: expect.stringMatching(/^the handler must be called with a Request of Fetch/),
    });
  }
});

const good = { userId: 'demo', effectiveTimeInSeconds: 60 };

async function readsBody(request: Request) {
  await request.text();
  return { userId: 'demo' };
}
