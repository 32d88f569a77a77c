import { afterEach, expect, test, vi } from 'vitest';
import { createRateLimit } from '../src/node.ts';
import { problemOf } from './answers.ts';
import { appOptions, ask } from './app.ts';
import { describeBoth } from './both.ts';

afterEach(() => {
  vi.useRealTimers();
});

describeBoth('a rate limit', (create) => {
  test('429 where the rate limit says so, for this user alone', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const limited = create({
      ...appOptions,
      rateLimit: createRateLimit({ requests: 2, seconds: 60 }),
    });
    expect((await limited(ask())).status).toBe(200);
    expect((await limited(ask())).status).toBe(200);
    const response = await limited(ask());
    expect(response.headers.get('retry-after')).toBe('60');
    expect(await problemOf(response)).toEqual({ status: 429, code: 'rate-limited' });
    expect((await limited(ask({}, { headers: { 'x-user': 'other' } }))).status).toBe(200);
  });

  test('429 asks for no longer a wait than the window where the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const rateLimit = createRateLimit({ requests: 1, seconds: 60 });
      expect(await rateLimit({ userId: 'demo' })).toBe(null);
      vi.setSystemTime(Date.now() - 86_400_000);
      expect(await rateLimit({ userId: 'demo' })).toBe(60);
    } finally {
      vi.useRealTimers();
    }
  });
});

test.each([{}, { requests: 0, seconds: 60 }, { requests: 1, seconds: '60' }, { points: 5 }])(
  'a rate limit of %j is refused',
  (options) => {
    expect(() => createRateLimit(options as never)).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT' }),
    );
  },
);
