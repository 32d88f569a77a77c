import { authorizeRoom, decodeToken04, verifyToken04 } from '@token04/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTokenHandler as createOnWebCrypto } from '../src/index.ts';
import { createTokenHandler as createOnNode, createRateLimit } from '../src/node.ts';
import { appId, appOptions, ask, otherSecret, serverSecret, TOKEN_URL } from './app.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const never = new Promise<never>(() => {});

async function problemOf(response: Response): Promise<{ status: number; code: string }> {
  const text = await response.text();
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { type, title, status, code } = JSON.parse(text);
  expect(type).toBe(`urn:token04:problem:${code}`);
  expect(title).toMatch(/^[A-Z]/);
  expect(status).toBe(response.status);
  return { status, code };
}

function stream(...chunks: (string | Promise<never>)[]): RequestInit {
  const utf8 = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const chunk = await chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(utf8.encode(chunk));
    },
  });
  return { body, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit;
}

describe.each([
  ['on WebCrypto', createOnWebCrypto],
  ['on node:crypto', createOnNode],
])('createTokenHandler %s', (_, create) => {
  const handle = create(appOptions);

  test('answers a wish with a token that says what was granted', async () => {
    const before = Math.floor(Date.now() / 1000);
    const response = await handle(
      ask({ roomId: 'r1', publish: true, effectiveTimeInSeconds: 600 }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { token, ...rest } = await response.json();
    const { ctime, expire, payload, ...claims } = verifyToken04(token, { serverSecret, appId });
    expect(rest).toEqual({ userId: 'demo', expiresAt: expire, renewAfter: 570 });
    expect(claims.userId).toBe('demo');
    expect(expire - ctime).toBe(600);
    expect(ctime).toBeGreaterThanOrEqual(before);
    const room = authorizeRoom(payload, { roomId: 'r1' });
    expect(room.login.allowed).toBe(true);
    expect(room.publish('cam').allowed).toBe(true);
    expect(room.publish('other').allowed).toBe(false);
  });

  test('takes an empty body for an empty wish', async () => {
    const wishes: unknown[] = [];
    const spied = create({
      ...appOptions,
      grant: ({ userId }, wanted) => {
        wishes.push(wanted);
        return { userId, effectiveTimeInSeconds: 60 };
      },
    });
    for (const request of [ask(), ask(''), ask({}), ask(undefined, stream())]) {
      expect((await spied(request)).status).toBe(200);
    }
    expect(wishes).toEqual([{}, {}, {}, {}]);
    expect(wishes.every(Object.isFrozen)).toBe(true);
  });

  test.each([
    [1, 1],
    [2, 1],
    [60, 30],
    [61, 31],
    [3600, 3570],
  ])('a token of %i s is renewed after %i s', async (effectiveTimeInSeconds, renewAfter) => {
    const answer = await (await handle(ask({ effectiveTimeInSeconds }))).json();
    expect(answer.renewAfter).toBe(renewAfter);
  });

  test('makes GCM tokens where asked to', async () => {
    const { token } = await (await create({ ...appOptions, mode: 'gcm' })(ask())).json();
    expect(decodeToken04(token, serverSecret).mode).toBe('gcm');
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('405 for %s', async (method) => {
    const response = await handle(new Request(TOKEN_URL, { method }));
    expect(response.headers.get('allow')).toBe('POST');
    expect(await problemOf(response)).toEqual({ status: 405, code: 'method-not-allowed' });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'multipart/form-data; boundary=x',
    '',
  ])('415 for the content type %j', async (type) => {
    const response = await handle(ask('{}', { headers: { 'content-type': type } }));
    expect(await problemOf(response)).toEqual({ status: 415, code: 'unsupported-media-type' });
  });

  test('415 for a body without a content type', async () => {
    const request = ask(undefined, { ...stream('{}'), headers: {} });
    expect(await problemOf(await handle(request))).toEqual({
      status: 415,
      code: 'unsupported-media-type',
    });
  });

  test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/json ;x=y'])(
    'takes the content type %j',
    async (type) => {
      expect((await handle(ask('{}', { headers: { 'content-type': type } }))).status).toBe(200);
    },
  );

  test.each(['{', 'null x', '{"roomId":"r1"}}', "{'a':1}", '\u0000', '[1,]'])(
    '400 for the body %j',
    async (body) => {
      expect(await problemOf(await handle(ask(body)))).toEqual({
        status: 400,
        code: 'invalid-json',
      });
    },
  );

  test('400 for a body that is not UTF-8', async () => {
    const body = new Uint8Array([0x22, 0xff, 0x22]);
    const headers = { 'content-type': 'application/json', 'x-user': 'demo' };
    const response = await handle(new Request(TOKEN_URL, { method: 'POST', headers, body }));
    expect(await problemOf(response)).toEqual({ status: 400, code: 'invalid-json' });
  });

  test.each([
    ['null', '#', 'must be a JSON object'],
    ['[]', '#', 'must be a JSON object'],
    ['"r1"', '#', 'must be a JSON object'],
    ['{"roomID":"r1"}', '#/roomID', 'is not known'],
    ['{"__proto__":{"userId":"root"}}', '#/__proto__', 'is not known'],
    ['{"constructor":{}}', '#/constructor', 'is not known'],
    ['{"toString":1}', '#/toString', 'is not known'],
    ['{"a/b~c":1}', '#/a~1b~0c', 'is not known'],
    ['{"roomId":1}', '#/roomId', 'must be a string'],
    ['{"roomId":null}', '#/roomId', 'must be a string'],
    ['{"roomId":""}', '#/roomId', 'must have 1 to 127 bytes of UTF-8'],
    [`{"roomId":"${'é'.repeat(64)}"}`, '#/roomId', 'must have 1 to 127 bytes of UTF-8'],
    ['{"roomId":"\\ud800"}', '#/roomId', 'must have 1 to 127 bytes of UTF-8'],
    ['{"userId":""}', '#/userId', 'must not be empty'],
    [`{"userId":"${'x'.repeat(65)}"}`, '#/userId', 'must have 64 UTF-16 units at most'],
    ['{"userId":"\\udc00"}', '#/userId', 'must be well-formed'],
    ['{"login":1}', '#/login', 'must be true or false'],
    ['{"publish":"true"}', '#/publish', 'must be true or false'],
    ['{"streamIds":"cam"}', '#/streamIds', 'must be a list of strings'],
    ['{"streamIds":[]}', '#/streamIds', 'must hold one string or more, none of them empty'],
    ['{"streamIds":[""]}', '#/streamIds', 'must hold one string or more, none of them empty'],
    ['{"streamIds":[1]}', '#/streamIds/0', 'must be a string'],
    ['{"effectiveTimeInSeconds":"60"}', '#/effectiveTimeInSeconds', 'must be a number'],
    ['{"effectiveTimeInSeconds":1.5}', '#/effectiveTimeInSeconds', 'must be an integer'],
    ['{"effectiveTimeInSeconds":0}', '#/effectiveTimeInSeconds', 'must be at least 1'],
    ['{"effectiveTimeInSeconds":1e9}', '#/effectiveTimeInSeconds', 'must be at most 315360000'],
  ])('400 for the wish %s', async (body, pointer, detail) => {
    const response = await handle(ask(body));
    const { errors } = await response.clone().json();
    expect(errors).toEqual([{ pointer, detail }]);
    expect(await problemOf(response)).toEqual({ status: 400, code: 'invalid-wish' });
  });

  test('lists ten mistakes of a wish at most', async () => {
    const response = await handle(ask({ streamIds: Array.from({ length: 1000 }, () => 1) }));
    expect((await response.json()).errors).toHaveLength(10);
  });

  test('takes 4096 bytes, and 413 for one more, in one piece or in many', async () => {
    const exact = '{}'.padEnd(4096);
    expect((await handle(ask(exact))).status).toBe(200);
    const tooLarge = { status: 413, code: 'body-too-large' };
    const response = await handle(ask(`${exact} `));
    expect((await response.clone().json()).title).toBe('The body has more than 4096 bytes');
    expect(await problemOf(response)).toEqual(tooLarge);
    const pieces = Array.from({ length: 4097 }, () => ' ');
    expect(await problemOf(await handle(ask(undefined, stream(...pieces))))).toEqual(tooLarge);
  });

  test('stops reading a body that has no end', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = ask(undefined, { ...stream(), body });
    expect(await problemOf(await handle(request))).toEqual({ status: 413, code: 'body-too-large' });
    expect(pulled).toBeLessThan(10);
  });

  test('stops reading empty pieces that have no end, which would let no deadline come', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (++pulled > 100_000) controller.close();
        else controller.enqueue(new Uint8Array(0));
      },
    });
    const request = ask(undefined, { ...stream(), body });
    expect(await problemOf(await handle(request))).toEqual({ status: 413, code: 'body-too-large' });
    expect(pulled).toBeLessThan(10_000);
  });

  test('reads a body whose length is said, and measures it all the same', async () => {
    const sized = (body: string, length: string) =>
      ask(body, { headers: { 'content-length': length, 'content-type': 'application/json' } });
    expect((await handle(sized('{"roomId":"r1"}', '15'))).status).toBe(200);
    expect((await handle(sized('{"roomId":"r1"}', '99999'))).status).toBe(200);
    const response = await handle(sized(' '.repeat(5000), '10'));
    expect(await problemOf(response)).toEqual({ status: 413, code: 'body-too-large' });
  });

  test('400 for a body that breaks off', async () => {
    const body = () =>
      new ReadableStream({
        pull(controller) {
          controller.error(new Error('reset'));
        },
      });
    const json = { 'content-type': 'application/json' };
    for (const headers of [json, { ...json, 'content-length': '10' }]) {
      const broken = body();
      const response = await handle(ask(undefined, { ...stream(), body: broken, headers }));
      expect(await problemOf(response)).toEqual({ status: 400, code: 'invalid-request' });
    }
  });

  test.each([undefined, '15'])('408 for a body that stops, its length %s', async (length) => {
    vi.useFakeTimers();
    const request = ask(undefined, stream('{"roomId"', never));
    if (length !== undefined) request.headers.set('content-length', length);
    const answer = handle(request);
    await vi.advanceTimersByTimeAsync(7999);
    expect(await Promise.race([answer, 'waiting'])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await problemOf(await answer)).toEqual({ status: 408, code: 'body-timeout' });
    expect(vi.getTimerCount()).toBe(0);
  });

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

  test('401 where nobody knows who asks, before the body is read', async () => {
    const body = new ReadableStream({ pull: () => never });
    const request = new Request(TOKEN_URL, { method: 'POST', body, duplex: 'half' } as RequestInit);
    const response = await handle(request);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemOf(response)).toEqual({ status: 401, code: 'unauthenticated' });
    expect(request.bodyUsed).toBe(false);
  });

  test('403 where nothing is granted', async () => {
    const refused = create({ ...appOptions, grant: async () => null });
    expect(await problemOf(await refused(ask()))).toEqual({ status: 403, code: 'forbidden' });
  });

  test('429 where the rate limit says so, for this user alone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const limited = create({
      ...appOptions,
      rateLimit: createRateLimit({ requests: 2, seconds: 60 }),
    });
    expect((await limited(ask())).status).toBe(200);
    expect((await limited(ask())).status).toBe(200);
    const response = await limited(ask());
    expect(response.headers.get('retry-after')).toBe('60');
    expect(await problemOf(response)).toEqual({ status: 429, code: 'rate-limited' });
    expect((await limited(ask({}, { headers: { 'x-user': 'other' } }))).status).toBe(200);
  });

  test('429 asks for no longer a wait than the window where the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const rateLimit = createRateLimit({ requests: 1, seconds: 60 });
      expect(await rateLimit({ userId: 'demo' })).toBe(null);
      vi.setSystemTime(Date.now() - 86_400_000);
      expect(await rateLimit({ userId: 'demo' })).toBe(60);
    } finally {
      vi.useRealTimers();
    }
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

  test('onIssue gets who, what and until when, and no token', async () => {
    const onIssue = vi.fn();
    const audited = create({ ...appOptions, onIssue });
    const request = ask({ roomId: 'r1' });
    const { expiresAt } = await (await audited(request)).json();
    expect(onIssue.mock.calls).toEqual([
      [
        {
          identity: { userId: 'demo' },
          wanted: { roomId: 'r1' },
          grant: {
            userId: 'demo',
            effectiveTimeInSeconds: 3600,
            payload: expect.stringContaining('"room_id":"r1"'),
          },
          expiresAt,
          request,
        },
      ],
    ]);
  });

  test('CORS is for the listed origins alone', async () => {
    const shared = create({
      ...appOptions,
      allowedOrigins: ['https://a.example', 'http://b.example', 'capacitor://localhost'],
    });
    const preflight = (origin: string) =>
      shared(
        new Request(TOKEN_URL, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization, content-type',
          },
        }),
      );
    const allowed = await preflight('https://a.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(allowed.headers.get('access-control-allow-methods')).toBe('POST');
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(allowed.headers.get('vary')).toContain('Origin');
    const hybrid = await preflight('capacitor://localhost');
    expect(hybrid.headers.get('access-control-allow-origin')).toBe('capacitor://localhost');
    for (const origin of ['https://evil.example', 'https://a.example.evil.example', 'null', '*']) {
      const refused = await preflight(origin);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      expect(refused.headers.get('vary')).toContain('Origin');
    }
    const answer = await shared(ask({}, { headers: { origin: 'http://b.example' } }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://b.example');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('vary')).toBe('Origin');
    const problem = await shared(
      new Request(TOKEN_URL, { method: 'POST', headers: { origin: 'http://b.example' } }),
    );
    expect(problem.status).toBe(401);
    expect(problem.headers.get('access-control-allow-origin')).toBe('http://b.example');
    const wrong = await shared(new Request(TOKEN_URL, { method: 'PUT' }));
    expect(wrong.headers.get('allow')).toBe('POST, OPTIONS');
  });

  test('without a list there is no CORS', async () => {
    const answer = await handle(ask({}, { headers: { origin: 'https://a.example' } }));
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });

  test('the secret can change while it runs; a verifier of both takes all tokens', async () => {
    let secret = serverSecret;
    const rotating = create({ ...appOptions, serverSecret: async () => secret });
    const before = (await (await rotating(ask())).json()).token;
    secret = otherSecret;
    const after = (await (await rotating(ask())).json()).token;
    expect(verifyToken04(after, { serverSecret: otherSecret }).userId).toBe('demo');
    for (const token of [before, after]) {
      expect(verifyToken04(token, { serverSecret: [otherSecret, serverSecret] }).userId).toBe(
        'demo',
      );
    }
    expect(() => verifyToken04(before, { serverSecret: otherSecret })).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_DECRYPTION' }),
    );
  });

  test('a clock that jumps by a day either way makes tokens of the new time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const start = Date.now();
    for (const shift of [0, 86_400, -86_400]) {
      vi.setSystemTime(start + shift * 1000);
      const { expiresAt, renewAfter } = await (await handle(ask())).json();
      expect(expiresAt).toBe(Math.floor(Date.now() / 1000) + 3600);
      expect(renewAfter).toBe(3570);
    }
  });

  test.each([
    [{ appId: '1' }, 'ERR_TOKEN04_APP_ID', /^appId must be an integer/],
    [{ appId: '1', serverSecret: () => '' }, 'ERR_TOKEN04_APP_ID', /^appId/],
    [{ serverSecret: 'short' }, 'ERR_TOKEN04_SECRET', /^serverSecret must be/],
    [{ serverSecret: undefined }, 'ERR_TOKEN04_SECRET', /^serverSecret must be/],
    [{ mode: 'ecb' }, 'ERR_TOKEN04_ARGUMENT', /^mode must be/],
    [
      { identify: undefined },
      'ERR_TOKEN04_ARGUMENT',
      /^identify must be a function, got undefined$/,
    ],
    [
      { grant: {} },
      'ERR_TOKEN04_ARGUMENT',
      /^grant must be a function, got a value of type object$/,
    ],
    [
      { onEror: () => {} },
      'ERR_TOKEN04_ARGUMENT',
      /^options has no "onEror"; did you mean "onError"\?$/,
    ],
    [
      { allowedOrigins: '*' },
      'ERR_TOKEN04_ARGUMENT',
      /^allowedOrigins must be a list of origins, got/,
    ],
    [
      { allowedOrigins: ['*'] },
      'ERR_TOKEN04_ARGUMENT',
      /^allowedOrigins\.0 must be an origin such as https:\/\/app\.example, got/,
    ],
    [{ allowedOrigins: ['https://a.example/'] }, 'ERR_TOKEN04_ARGUMENT', /^allowedOrigins\.0/],
    [{ allowedOrigins: ['null'] }, 'ERR_TOKEN04_ARGUMENT', /^allowedOrigins\.0/],
    [
      { timeoutInMilliseconds: 0 },
      'ERR_TOKEN04_ARGUMENT',
      /^timeoutInMilliseconds must be a number from 1 to 2147483647/,
    ],
    [{ rateLimit: 5 }, 'ERR_TOKEN04_ARGUMENT', /^rateLimit must be a function/],
  ])('refuses the options %j at once', (wrong, code, message) => {
    expect(() => create({ ...appOptions, ...(wrong as object) })).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  test.each([undefined, null, 'options'])('refuses %j for the options', (options) => {
    expect(() => create(options as never)).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'options' }),
    );
  });
});

const good = { userId: 'demo', effectiveTimeInSeconds: 60 };

async function readsBody(request: Request) {
  await request.text();
  return { userId: 'demo' };
}
