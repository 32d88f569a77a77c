import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { heldEndpoint, START, useFakeTime } from './endpoint.ts';
import { endProviders, MINUTE, provide, settled } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

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
