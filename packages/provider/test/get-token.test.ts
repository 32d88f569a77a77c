import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { heldEndpoint, lasting, reasonOf, START, useFakeTime } from './endpoint.ts';
import { DAY, endProviders, provide } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

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
