import { describe, expect, test, vi } from 'vitest';
import { heldEndpoint, lasting, reasonOf } from './endpoint.ts';
import { DAY, provide, settled } from './providing.ts';

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
