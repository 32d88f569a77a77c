import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTokenProvider, type TokenProvider, TokenProviderError } from '../src/index.ts';
import { heldEndpoint, lasting, reasonOf, START, useFakeTime } from './endpoint.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeEach(useFakeTime);

let started: TokenProvider[] = [];
afterEach(async () => {
  for (const provider of started) provider.stop();
  started = [];
  await settled();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A provider that the test need not stop. */
function provide(options: Parameters<typeof createTokenProvider>[0]): TokenProvider {
  const provider = createTokenProvider(options);
  started.push(provider);
  return provider;
}

/** Settles what can settle without time passing. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('getToken', () => {
  test('nothing is asked for before the first call', async () => {
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken });
    provider.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(DAY);
    expect(fetchToken).not.toHaveBeenCalled();
  });

  test('callers at the same time share one request, later ones the token', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const calls = [provider.getToken(), provider.getToken(), provider.refresh()];
    const token = lasting(3600);
    requests[0]?.resolve(token);
    expect(await Promise.all(calls)).toEqual([token, token, token]);
    expect(await provider.getToken()).toBe(token);
    expect(requests).toHaveLength(1);
  });

  test('a fetchToken that asks the provider gets no second request', async () => {
    const token = lasting(3600);
    const inner: Promise<string>[] = [];
    const fetchToken = vi.fn(async () => {
      inner.push(provider.getToken());
      return token;
    });
    const provider = provide({ fetchToken });
    expect(await provider.getToken()).toBe(token);
    expect(await inner[0]).toBe(token);
    expect(fetchToken).toHaveBeenCalledTimes(1);
  });

  test('it rejects with what fetchToken throws, also before it returns a promise', async () => {
    const error = new TypeError('fetch failed');
    const provider = provide({
      fetchToken: () => {
        throw error;
      },
    });
    expect(await reasonOf(provider.getToken())).toBe(error);
  });

  test('the expire is read from the token itself', async () => {
    const fetchToken = vi.fn(async () => lasting(100));
    const provider = provide({ fetchToken });
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(69_999);
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('a kit token is taken where expiresAt is given', async () => {
    const provider = provide({
      fetchToken: async () => ({ token: '04AAA#eyJ9', expiresAt: START + 3600 }),
    });
    expect(await provider.getToken()).toBe('04AAA#eyJ9');
  });
});

describe('whose token it is', () => {
  test('getLogin gives the userId of the answer, and listeners get it, too', async () => {
    const users = ['anna', undefined];
    const provider = provide({
      fetchToken: async () => ({ token: lasting(3600), userId: users.shift() }),
    });
    const seen: unknown[] = [];
    provider.subscribe((token, userId) => seen.push([token, userId]));
    const { token, userId } = await provider.getLogin();
    expect(userId).toBe('anna');
    expect(await provider.getLogin()).toEqual({ token, userId });
    expect(await provider.getToken()).toBe(token);
    const next = provider.refresh();
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual([
      [token, 'anna'],
      [await next, undefined],
    ]);
  });

  test('getLogin rejects where the answer does not say; getToken does not', async () => {
    const token = lasting(3600);
    const provider = provide({ fetchToken: async () => token });
    expect(await reasonOf(provider.getLogin())).toMatchObject({
      name: 'TokenProviderError',
      code: 'ERR_PROVIDER_ANSWER',
      message: 'the answer must have a userId for getLogin, got none',
    });
    expect(await provider.getToken()).toBe(token);
  });

  test('getLogin starts, waits and fails as getToken does', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const first = provider.getLogin();
    requests[0]?.resolve({ token: 't', userId: 'anna', expiresAt: START + 60 });
    expect(await first).toEqual({ token: 't', userId: 'anna' });
    provider.stop();
    expect(await reasonOf(provider.getLogin())).toMatchObject({ code: 'ERR_PROVIDER_STOPPED' });
  });
});

describe('renewal', () => {
  test('30 seconds before the expire, and the old token is served until the new one is there', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const first = provider.getToken();
    requests[0]?.resolve({ token: 'old', expiresAt: START + 3600 });
    expect(await first).toBe('old');

    await vi.advanceTimersByTimeAsync(HOUR - 30_001);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
    expect(await provider.getToken()).toBe('old');

    requests[1]?.resolve({ token: 'new', expiresAt: START + 7200 });
    await settled();
    expect(await provider.getToken()).toBe('new');
    expect(requests).toHaveLength(2);
  });

  test('leadSeconds before the expire', async () => {
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken, leadSeconds: 100 });
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(HOUR - 100_001);
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('renewAfter seconds after the request', async () => {
    const fetchToken = vi.fn(async () => ({
      token: 't',
      expiresAt: Date.now() / 1000 + 3600,
      renewAfter: 600,
    }));
    const provider = provide({ fetchToken });
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(599_999);
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test.each([
    [3600, 3540_000],
    [130, 90_000],
  ])(
    'jitter makes it earlier: a token of %i s at %i ms at the earliest',
    async (seconds, earliest) => {
      vi.mocked(Math.random).mockReturnValue(1);
      const fetchToken = vi.fn(async () => lasting(seconds));
      const provider = provide({ fetchToken });
      await provider.getToken();
      await vi.advanceTimersByTimeAsync(earliest - 1);
      expect(fetchToken).toHaveBeenCalledTimes(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(fetchToken).toHaveBeenCalledTimes(2);
    },
  );

  test('a token of 40 days, longer than a timer can be', async () => {
    const fetchToken = vi.fn(async () => lasting(40 * 86_400));
    const provider = provide({ fetchToken });
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(40 * DAY - 30_001);
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('tokens that have all but ended are asked for every five seconds', async () => {
    const fetchToken = vi.fn(async () => lasting(10));
    const provider = provide({ fetchToken });
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(fetchToken).toHaveBeenCalledTimes(13);
  });

  test('an ended token is not served: the caller waits for the next', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const first = provider.getToken();
    requests[0]?.resolve({ token: 'old', expiresAt: START + 60 });
    await first;
    await vi.advanceTimersByTimeAsync(59_999);
    expect(await provider.getToken()).toBe('old');
    // The renewal of before hung, and was given up after 30 seconds.
    await vi.advanceTimersByTimeAsync(1);
    const next = provider.getToken();
    await vi.advanceTimersByTimeAsync(1000);
    requests.at(-1)?.resolve({ token: 'new', expiresAt: START + 3600 });
    expect(await next).toBe('new');
  });
});

describe('clocks', () => {
  async function withHour(): Promise<[TokenProvider, ReturnType<typeof vi.fn>]> {
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken });
    await provider.getToken();
    return [provider, fetchToken];
  }

  test('after sleep the token is renewed within a minute', async () => {
    const [, fetchToken] = await withHour();
    vi.setSystemTime((START + 3580) * 1000);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('after sleep an ended token is not served', async () => {
    const [provider, fetchToken] = await withHour();
    vi.setSystemTime((START + 7200) * 1000);
    await provider.getToken();
    // It waits only for five seconds after the request before, which the sleep has outlasted.
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('a clock that is set back does not make the token older', async () => {
    const [, fetchToken] = await withHour();
    vi.setSystemTime((START - 86_400) * 1000);
    await vi.advanceTimersByTimeAsync(HOUR - 30_001);
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('a clock that is a day ahead: renewAfter keeps the token good until then', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    vi.setSystemTime((START + 86_400) * 1000);
    const first = provider.getToken();
    requests[0]?.resolve({ token: 't', expiresAt: START + 3600, renewAfter: 3570 });
    expect(await first).toBe('t');
    await vi.advanceTimersByTimeAsync(3_569_999);
    expect(await provider.getToken()).toBe('t');
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
  });

  test('a clock that is a day ahead, without renewAfter: ERR_PROVIDER_EXPIRED', async () => {
    const token = lasting(3600);
    const provider = provide({ fetchToken: async () => token });
    vi.setSystemTime((START + 86_400) * 1000);
    expect(await reasonOf(provider.getToken())).toMatchObject({ code: 'ERR_PROVIDER_EXPIRED' });
  });

  test('renewAfter counts from the request, not from the answer', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const first = provider.getToken();
    await vi.advanceTimersByTimeAsync(20_000);
    requests[0]?.resolve({ token: 't', expiresAt: START + 130, renewAfter: 100 });
    await first;
    await vi.advanceTimersByTimeAsync(79_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
  });
});

describe('failures', () => {
  test('it asks again after 1, 2, 4 … 60 seconds, less a jitter of half', async () => {
    vi.mocked(Math.random).mockReturnValue(1);
    const times: number[] = [];
    const provider = provide({
      fetchToken: async () => {
        times.push(Date.now() / 1000 - START);
        throw new TypeError('fetch failed');
      },
    });
    await reasonOf(provider.getToken());
    await vi.advanceTimersByTimeAsync(200_000);
    expect(times).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);

    vi.mocked(Math.random).mockReturnValue(0);
    times.length = 0;
    await vi.advanceTimersByTimeAsync(150_000);
    const pauses = times.slice(1).map((time, index) => time - (times[index] as number));
    expect(pauses).toEqual([30, 30, 30]);
  });

  test('callers in the meantime wait for the next request and cause none', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const first = provider.getToken();
    requests[0]?.reject(new TypeError('fetch failed'));
    await reasonOf(first);

    const waiting = [provider.getToken(), provider.getToken()];
    await vi.advanceTimersByTimeAsync(999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
    const token = lasting(3600);
    requests[1]?.resolve(token);
    expect(await Promise.all(waiting)).toEqual([token, token]);
  });

  test('the old token is served while it is good; onError is told of each failure', async () => {
    let working = true;
    const errors: unknown[] = [];
    const token = lasting(3600);
    const error = new TypeError('fetch failed');
    const provider = provide({
      fetchToken: async () => {
        if (!working) throw error;
        return token;
      },
      onError: (reason) => errors.push(reason),
    });
    await provider.getToken();
    working = false;
    await vi.advanceTimersByTimeAsync(HOUR - 1);
    expect(await provider.getToken()).toBe(token);
    expect(new Set(errors)).toEqual(new Set([error]));
    await vi.advanceTimersByTimeAsync(1);
    const late = reasonOf(provider.getToken());
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await late).toBe(error);
  });

  test('a success ends the doubling', async () => {
    vi.mocked(Math.random).mockReturnValue(1);
    let working = false;
    const times: number[] = [];
    const provider = provide({
      fetchToken: async () => {
        times.push(Date.now());
        if (!working) throw new TypeError('fetch failed');
        return lasting(30);
      },
    });
    await reasonOf(provider.getToken());
    await vi.advanceTimersByTimeAsync(31_000);
    working = true;
    await vi.advanceTimersByTimeAsync(32_000);
    working = false;
    await vi.advanceTimersByTimeAsync(8000);
    const pauses = times.slice(1).map((time, index) => time - (times[index] as number));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 5000, 1000, 2000]);
  });

  test.each([400, 401, 403, 404, 410, 422])(
    'an error of status %i is final until refresh is called',
    async (status) => {
      const refused = Object.assign(new Error('refused'), { status });
      const { fetchToken, requests } = heldEndpoint();
      const provider = provide({ fetchToken });
      const first = provider.getToken();
      requests[0]?.reject(refused);
      expect(await reasonOf(first)).toBe(refused);
      await vi.advanceTimersByTimeAsync(DAY);
      expect(await reasonOf(provider.getToken())).toBe(refused);
      expect(requests).toHaveLength(1);

      const next = provider.refresh();
      const token = lasting(3600);
      requests[1]?.resolve(token);
      expect(await next).toBe(token);
      expect(await provider.getToken()).toBe(token);
    },
  );

  test('after a refusal the old token is served while it is good', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const first = provider.getToken();
    const token = lasting(3600);
    requests[0]?.resolve(token);
    await first;
    await vi.advanceTimersByTimeAsync(HOUR - 30_000);
    const refused = Object.assign(new Error('refused'), { status: 401 });
    requests[1]?.reject(refused);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await provider.getToken()).toBe(token);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reasonOf(provider.getToken())).toBe(refused);
    expect(requests).toHaveLength(2);
  });

  test.each([408, 425, 429, 500, 502, 503])(
    'an error of status %i is not final',
    async (status) => {
      const fetchToken = vi.fn(async () => {
        throw Object.assign(new Error('later'), { status });
      });
      const provider = provide({ fetchToken });
      await reasonOf(provider.getToken());
      await vi.advanceTimersByTimeAsync(1000);
      expect(fetchToken).toHaveBeenCalledTimes(2);
    },
  );

  test('a request that takes longer than timeoutSeconds is aborted and given up', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken, timeoutSeconds: 10 });
    const reason = reasonOf(provider.getToken());
    await vi.advanceTimersByTimeAsync(9999);
    expect(requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reason).toMatchObject({
      code: 'ERR_PROVIDER_TIMEOUT',
      message: 'fetchToken took longer than 10 seconds',
    });
    expect(requests[0]?.signal.aborted).toBe(true);

    // What comes too late is not taken.
    const next = provider.getToken();
    requests[0]?.resolve({ token: 'late', expiresAt: START + 3600 });
    await vi.advanceTimersByTimeAsync(1000);
    requests[1]?.resolve({ token: 'in time', expiresAt: START + 3600 });
    expect(await next).toBe('in time');
  });
});

describe('answers', () => {
  const secret = 'x'.repeat(40);
  test.each([
    [
      undefined,
      'the answer must be a token, { token, userId?, expiresAt?, renewAfter? } or a Response, got undefined',
    ],
    [
      null,
      'the answer must be a token, { token, userId?, expiresAt?, renewAfter? } or a Response, got null',
    ],
    [
      '',
      'the answer must be a token, { token, userId?, expiresAt?, renewAfter? } or a Response, got a string',
    ],
    [
      { token: 1 },
      'the answer must be a token, { token, userId?, expiresAt?, renewAfter? } or a Response, got an object',
    ],
    [
      { token: secret, expiresAt: START * 1000 },
      'expiresAt must be seconds since 1970, got 1700000000000',
    ],
    [
      { token: secret, expiresAt: '1700000000' },
      'expiresAt must be seconds since 1970, got a string',
    ],
    [{ token: secret, expiresAt: null }, 'expiresAt must be seconds since 1970, got null'],
    [
      { token: secret, expiresAt: START + 60, renewAfter: START + 30 },
      'renewAfter must be seconds from now, got 1700000030',
    ],
    [
      { token: secret, expiresAt: START + 60, renewAfter: -1 },
      'renewAfter must be seconds from now, got -1',
    ],
    [
      { token: secret, expiresAt: START + 60, renewAfter: Number.NaN },
      'renewAfter must be seconds from now, got NaN',
    ],
  ])('%j is refused', async (answer, message) => {
    const provider = provide({ fetchToken: async () => answer as never });
    const reason = await reasonOf(provider.getToken());
    expect(reason).toBeInstanceOf(TokenProviderError);
    expect(reason).toMatchObject({
      name: 'TokenProviderError',
      code: 'ERR_PROVIDER_ANSWER',
      message,
    });
  });

  test('a string that is no token04 is refused and not shown', async () => {
    const provider = provide({ fetchToken: async () => secret });
    const reason = await reasonOf(provider.getToken());
    expect(reason).toMatchObject({ name: 'Token04Error', code: 'ERR_TOKEN04_MALFORMED' });
    expect(String(reason)).not.toContain('xxx');
  });

  test('a token that ended on its way is a failure', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const reason = reasonOf(provider.getToken());
    await vi.advanceTimersByTimeAsync(10_000);
    requests[0]?.resolve({ token: 't', expiresAt: START + 10 });
    expect(await reason).toMatchObject({ code: 'ERR_PROVIDER_EXPIRED' });
  });

  test('a token that has ended is a failure, and is asked for again with growing pauses', async () => {
    const fetchToken = vi.fn(async () => ({ token: 't', expiresAt: START }));
    const provider = provide({ fetchToken });
    expect(await reasonOf(provider.getToken())).toMatchObject({ code: 'ERR_PROVIDER_EXPIRED' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fetchToken).toHaveBeenCalledTimes(5);
  });
});

describe('refresh', () => {
  test('it asks although the token is good, a second after the last request at the earliest', async () => {
    const tokens = ['first', 'second'];
    const fetchToken = vi.fn(async () => ({
      token: tokens.shift() as string,
      expiresAt: START + 3600,
    }));
    const provider = provide({ fetchToken });
    await provider.getToken();
    const next = provider.refresh();
    await vi.advanceTimersByTimeAsync(999);
    expect(fetchToken).toHaveBeenCalledTimes(1);
    expect(await provider.getToken()).toBe('first');
    await vi.advanceTimersByTimeAsync(1);
    expect(await next).toBe('second');
  });

  test('it does not wait for the end of a back-off', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    void provider.getToken().catch(() => {});
    for (let failure = 0; failure < 8; failure++) {
      requests.at(-1)?.reject(new TypeError('fetch failed'));
      await settled();
      await vi.advanceTimersByTimeAsync(MINUTE);
    }
    requests.at(-1)?.reject(new TypeError('fetch failed'));
    await settled();
    const count = requests.length;
    const next = provider.refresh();
    await vi.advanceTimersByTimeAsync(1000);
    expect(requests).toHaveLength(count + 1);
    requests.at(-1)?.resolve({ token: 't', expiresAt: START + 86_400 });
    expect(await next).toBe('t');
  });

  test.each([
    [120, 120_000],
    [86_400, 3_600_000],
    [-5, 1000],
  ])('it waits for a retryAfter of %i s: %i ms', async (retryAfter, milliseconds) => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    void provider.getToken().catch(() => {});
    requests[0]?.reject(Object.assign(new Error('later'), { status: 429, retryAfter }));
    await settled();
    void provider.refresh().catch(() => {});
    await vi.advanceTimersByTimeAsync(milliseconds - 1);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
  });
});

describe('subscribe', () => {
  test('each listener is called with each token that comes, until it unsubscribes', async () => {
    const provider = provide({ fetchToken: async () => lasting(3600) });
    const seen: string[][] = [[], []];
    const unsubscribe = provider.subscribe((token) => seen[0]?.push(token));
    provider.subscribe((token) => seen[1]?.push(token));
    const first = await provider.getToken();
    unsubscribe();
    unsubscribe();
    await vi.advanceTimersByTimeAsync(HOUR);
    const second = await provider.getToken();
    expect(second).not.toBe(first);
    expect(seen).toEqual([[first], [first, second]]);
  });

  test('the same function twice is called twice, and ended one by one', async () => {
    const provider = provide({ fetchToken: async () => lasting(3600) });
    const listener = vi.fn();
    const unsubscribe = provider.subscribe(listener);
    provider.subscribe(listener);
    await provider.getToken();
    expect(listener).toHaveBeenCalledTimes(2);
    unsubscribe();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test('one that throws stops neither the others nor the provider, and is reported', async () => {
    const reported: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (task: () => void) => reported.push(task));
    const provider = provide({ fetchToken: async () => lasting(3600) });
    const seen: string[] = [];
    provider.subscribe(() => {
      throw new Error('a listener broke');
    });
    provider.subscribe((token) => seen.push(token));
    const token = await provider.getToken();
    expect(seen).toEqual([token]);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(seen).toHaveLength(2);
    expect(reported).toHaveLength(2);
    expect(reported[0]).toThrow('a listener broke');
  });

  test('one that is ended by another during a call is not called any more', async () => {
    const provider = provide({ fetchToken: async () => lasting(3600) });
    const later = vi.fn();
    provider.subscribe(() => unsubscribe());
    const unsubscribe = provider.subscribe(later);
    await provider.getToken();
    expect(later).not.toHaveBeenCalled();
  });

  test('one that refreshes at each token causes a request a second', async () => {
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken });
    provider.subscribe(() => void provider.refresh().catch(() => {}));
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(fetchToken).toHaveBeenCalledTimes(11);
  });

  test('an onError that throws is reported as well', async () => {
    const reported: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (task: () => void) => reported.push(task));
    const error = new TypeError('fetch failed');
    const provider = provide({
      fetchToken: async () => {
        throw error;
      },
      onError: () => {
        throw new Error('onError broke');
      },
    });
    expect(await reasonOf(provider.getToken())).toBe(error);
    expect(reported[0]).toThrow('onError broke');
  });
});

describe('stop', () => {
  test('it aborts the request, rejects who waits and who asks later', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const onError = vi.fn();
    const provider = provide({ fetchToken, onError });
    const waiting = reasonOf(provider.getToken());
    provider.stop();
    provider.stop();
    const stoppedError = { code: 'ERR_PROVIDER_STOPPED' };
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(requests[0]?.signal.reason).toMatchObject(stoppedError);
    expect(await waiting).toMatchObject(stoppedError);
    expect(await reasonOf(provider.getToken())).toMatchObject(stoppedError);
    expect(await reasonOf(provider.refresh())).toMatchObject(stoppedError);
    expect(onError).not.toHaveBeenCalled();
  });

  test('an answer that came at the same time calls no listener', async () => {
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    const listener = vi.fn();
    provider.subscribe(listener);
    const waiting = reasonOf(provider.getToken());
    requests[0]?.resolve(lasting(3600));
    provider.stop();
    provider.subscribe(listener);
    expect(await waiting).toMatchObject({ code: 'ERR_PROVIDER_STOPPED' });
    await settled();
    expect(listener).not.toHaveBeenCalled();
  });

  test('who waits for the end of a back-off is rejected, and no request follows', async () => {
    const fetchToken = vi.fn(async () => {
      throw new TypeError('fetch failed');
    });
    const provider = provide({ fetchToken });
    await reasonOf(provider.getToken());
    const waiting = reasonOf(provider.getToken());
    provider.stop();
    expect(await waiting).toMatchObject({ code: 'ERR_PROVIDER_STOPPED' });
    await vi.advanceTimersByTimeAsync(DAY);
    expect(fetchToken).toHaveBeenCalledTimes(1);
  });

  test('a listener may call it', async () => {
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken });
    provider.subscribe(() => provider.stop());
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(DAY);
    expect(fetchToken).toHaveBeenCalledTimes(1);
  });
});

describe('a browser', () => {
  test('when the page is shown again the clock is looked at', async () => {
    const page = new EventTarget();
    vi.stubGlobal('document', page);
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken });
    await provider.getToken();
    page.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(fetchToken).toHaveBeenCalledTimes(1);
    vi.setSystemTime((START + 3580) * 1000);
    page.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('when the network is back a failed renewal is tried at once', async () => {
    const device = new EventTarget();
    vi.stubGlobal('addEventListener', device.addEventListener.bind(device));
    vi.stubGlobal('removeEventListener', device.removeEventListener.bind(device));
    let online = false;
    const fetchToken = vi.fn(async () => {
      if (!online) throw new TypeError('fetch failed');
      return lasting(3600);
    });
    const provider = provide({ fetchToken });
    await reasonOf(provider.getToken());
    await vi.advanceTimersByTimeAsync(100_000);
    const count = fetchToken.mock.calls.length;
    online = true;
    device.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(fetchToken).toHaveBeenCalledTimes(count + 1);

    provider.stop();
    device.dispatchEvent(new Event('online'));
    await settled();
    expect(fetchToken).toHaveBeenCalledTimes(count + 1);
  });

  test('a network that is back causes no request while the token is good, nor after a refusal', async () => {
    const device = new EventTarget();
    vi.stubGlobal('addEventListener', device.addEventListener.bind(device));
    vi.stubGlobal('removeEventListener', device.removeEventListener.bind(device));
    const { fetchToken, requests } = heldEndpoint();
    const provider = provide({ fetchToken });
    void provider.getToken();
    requests[0]?.resolve(lasting(3600));
    await vi.advanceTimersByTimeAsync(MINUTE);
    device.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(requests).toHaveLength(1);

    const refreshed = reasonOf(provider.refresh());
    requests[1]?.reject(Object.assign(new Error('refused'), { status: 401 }));
    await refreshed;
    device.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(DAY);
    expect(requests).toHaveLength(2);
  });
});

describe('arguments', () => {
  const fetchToken = async (): Promise<string> => lasting(3600);
  test.each([
    [
      undefined,
      'options',
      'options must be an object with fetchToken, leadSeconds, timeoutSeconds, onError, got undefined',
    ],
    [{}, 'fetchToken', 'fetchToken must be a function, got undefined'],
    [
      { fetchtoken: fetchToken },
      'fetchtoken',
      'options has no "fetchtoken"; did you mean "fetchToken"?',
    ],
    [
      { fetchToken, leadTime: 60 },
      'leadTime',
      'options has no "leadTime"; did you mean "leadSeconds"?',
    ],
    [
      { fetchToken, interval: 60 },
      'interval',
      'options has no "interval"; it takes fetchToken, leadSeconds, timeoutSeconds, onError',
    ],
    [
      { fetchToken: '/token' },
      'fetchToken',
      'fetchToken must be a function, got a string of 6 characters',
    ],
    [
      { fetchToken, leadSeconds: -1 },
      'leadSeconds',
      'leadSeconds must be seconds, from 0 to 86400, got -1',
    ],
    [
      { fetchToken, leadSeconds: '30' },
      'leadSeconds',
      'leadSeconds must be seconds, from 0 to 86400, got the string "30"',
    ],
    [
      { fetchToken, timeoutSeconds: 0 },
      'timeoutSeconds',
      'timeoutSeconds must be seconds, from 1 to 86400, got 0',
    ],
    [
      { fetchToken, timeoutSeconds: 30_000_000 },
      'timeoutSeconds',
      'timeoutSeconds must be seconds, from 1 to 86400, got 30000000',
    ],
    [{ fetchToken, onError: 1 }, 'onError', 'onError must be a function, got 1'],
  ])('%j is refused', (options, argument, message) => {
    expect(() => createTokenProvider(options as never)).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument, message }),
    );
  });

  test('inherited options are refused, and what is on Object.prototype is not heeded', () => {
    class Options {
      get fetchToken() {
        return fetchToken;
      }
    }
    expect(() => createTokenProvider(new Options())).toThrow(
      expect.objectContaining({
        message: 'fetchToken must be an own property of options, got an inherited one',
      }),
    );
    Object.assign(Object.prototype, { leadSeconds: 'polluted' });
    try {
      expect(() => provide({ fetchToken })).not.toThrow();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'leadSeconds');
    }
  });

  test('a listener that is no function is refused', () => {
    expect(() => provide({ fetchToken }).subscribe(undefined as never)).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'listener' }),
    );
  });
});
