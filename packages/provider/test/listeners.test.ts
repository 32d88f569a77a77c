import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { heldEndpoint, lasting, reasonOf, useFakeTime } from './endpoint.ts';
import { DAY, endProviders, HOUR, provide, settled } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

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
