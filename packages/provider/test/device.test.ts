import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stubDevice } from './device.ts';
import { heldEndpoint, lasting, reasonOf, START, useFakeTime } from './endpoint.ts';
import { DAY, endProviders, MINUTE, provide, settled } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

describe('a device', () => {
  test('when the page is shown again the clock is looked at', async () => {
    const device = stubDevice();
    const fetchToken = vi.fn(async () => lasting(3600));
    const provider = provide({ fetchToken });
    await provider.getToken();
    device.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(fetchToken).toHaveBeenCalledTimes(1);
    vi.setSystemTime((START + 3580) * 1000);
    device.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  test('when the network is back a failed renewal is tried at once', async () => {
    const device = stubDevice();
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
    const device = stubDevice();
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
