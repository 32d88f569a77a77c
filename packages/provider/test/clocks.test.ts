import { describe, expect, test, vi } from 'vitest';
import type { TokenProvider } from '../src/index.ts';
import { heldEndpoint, lasting, reasonOf, START } from './endpoint.ts';
import { HOUR, MINUTE, provide } from './providing.ts';

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
