import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TokenProviderError } from '../src/index.ts';
import { heldEndpoint, reasonOf, START, useFakeTime } from './endpoint.ts';
import { endProviders, provide } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

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
      { token: secret, expiresAt: START + 60, userId: '' },
      'userId must be a string that is not empty, got a string',
    ],
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
