import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TokenProvider } from '../src/index.ts';
import { heldEndpoint, lasting, reasonOf, START, useFakeTime } from './endpoint.ts';
import { DAY, endProviders, HOUR, MINUTE, provide, settled } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

describe('renewal', () => {
  test('comes 30 seconds before the expire, and the old token is served until the new one is there', async () => {
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

  test('comes leadSeconds before the expire', async () => {
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken, leadSeconds: 100 });
    await provider.getToken();
    await vi.advanceTimersByTimeAsync(HOUR - 100_001);
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('comes renewAfter seconds after the request', async () => {
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
    'jitter makes it earlier: of a token of %i s it comes at %i ms at the earliest',
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

  test('of a token of 40 days, longer than a timer can be, comes in time', async () => {
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
