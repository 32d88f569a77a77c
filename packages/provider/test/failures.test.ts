import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { heldEndpoint, lasting, reasonOf, START, useFakeTime } from './endpoint.ts';
import { DAY, endProviders, HOUR, MINUTE, provide } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

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
