// How a request's body is read: never longer than it may be, nor for longer.
import { afterEach, expect, test, vi } from 'vitest';
import { problemOf } from './answers.ts';
import { appOptions, ask, TOKEN_URL } from './app.ts';
import { describeBoth } from './both.ts';
import { never, stream } from './streams.ts';

afterEach(() => {
  vi.useRealTimers();
});

describeBoth('the body of a request', (create) => {
  const handle = create(appOptions);

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
});
