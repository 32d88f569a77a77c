import { authorizeRoom, decodeToken04, verifyToken04 } from '@token04/core';
import { afterEach, expect, test, vi } from 'vitest';
import { problemOf } from './answers.ts';
import { appId, appOptions, ask, otherSecret, serverSecret, TOKEN_URL } from './app.ts';
import { describeBoth } from './both.ts';
import { never, stream } from './streams.ts';

afterEach(() => {
  vi.useRealTimers();
});

describeBoth('a token handler', (create) => {
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
});
