import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTokenProvider } from '../src/index.ts';
import { stubDevice } from './device.ts';
import { START } from './endpoint.ts';

/** What the endpoint does with one request, after so many milliseconds. */
const behaviours = fc.record({
  latency: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40_000 })),
  answer: fc.oneof(
    fc.record({
      kind: fc.constant('token'),
      lifetime: fc.oneof(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 10, max: 7200 })),
    }),
    fc.record({ kind: fc.constant('offline') }),
    fc.record({ kind: fc.constant('nonsense') }),
    fc.record({ kind: fc.constant('hostile') }),
    fc.record({
      kind: fc.constant('status'),
      status: fc.constantFrom(401, 403, 408, 429, 500, 503),
      retryAfter: fc.option(fc.integer({ min: -10, max: 200_000 }), { nil: undefined }),
    }),
  ),
});

/** What happens to the provider. */
const events = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('getToken') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refresh') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('shown', 'online') }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('time'), by: fc.integer({ min: 0, max: 900_000 }) }),
  },
  {
    weight: 1,
    // In milliseconds: a day either way.
    arbitrary: fc.record({
      kind: fc.constant('clock'),
      by: fc.integer({ min: -86_400_000, max: 86_400_000 }),
    }),
  },
);

type Behaviour = typeof behaviours extends fc.Arbitrary<infer T> ? T : never;
type Event = typeof events extends fc.Arbitrary<infer T> ? T : never;

let device: EventTarget;

beforeEach(() => {
  device = stubDevice();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets everything happen to a provider in fake time, and says what was seen of it. */
async function play(script: readonly Event[], endpoint: readonly Behaviour[]) {
  vi.useFakeTimers({ now: START * 1000 });
  const expires = new Map<string, number>();
  const seen = { requests: 0, inFlight: 0, most: 0, late: 0, unknown: 0, unsettled: 0, jumps: 0 };

  let isWell = false;

  const fetchToken = ({ signal }: { signal: AbortSignal }): Promise<never> => {
    const { latency, answer } = endpoint[seen.requests % endpoint.length] as Behaviour;
    seen.requests += 1;
    seen.inFlight += 1;
    seen.most = Math.max(seen.most, seen.inFlight);
    const name = `token ${seen.requests}`;
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        seen.inFlight -= 1;
        settle();
      };
      const timer = setTimeout(() => end(respond), isWell ? 0 : latency);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        end(() => reject(signal.reason));
      });

      function respond(): void {
        const lifetime = isWell ? 7200 : answer.kind === 'token' && answer.lifetime;
        if (lifetime !== false) {
          const expiresAt = Math.floor(Date.now() / 1000) + lifetime;
          expires.set(name, expiresAt);
          resolve({ token: name, expiresAt } as never);
        } else if (answer.kind === 'nonsense') {
          resolve({} as never);
        } else if (answer.kind === 'hostile') {
          const { proxy, revoke } = Proxy.revocable({}, {});
          revoke();
          reject(proxy);
        } else {
          reject(Object.assign(new Error(answer.kind), answer));
        }
      }
    });
  };

  const served = (token: string): void => {
    const expire = expires.get(token);
    if (expire === undefined) seen.unknown += 1;
    else if (Date.now() >= expire * 1000) seen.late += 1;
  };
  const provider = createTokenProvider({ fetchToken });
  provider.subscribe(served);
  const ask = (outcome: Promise<string>): void => {
    seen.unsettled += 1;
    outcome
      .then(served, () => {})
      .finally(() => {
        seen.unsettled -= 1;
      });
  };

  const began = performance.now();
  for (const event of script) {
    if (event.kind === 'getToken') ask(provider.getToken());
    if (event.kind === 'refresh') ask(provider.refresh());
    if (event.kind === 'shown') device.dispatchEvent(new Event('visibilitychange'));
    if (event.kind === 'online') device.dispatchEvent(new Event('online'));
    if (event.kind === 'clock') {
      seen.jumps += 1;
      vi.setSystemTime(Date.now() + (event.by as number));
    }
    await vi.advanceTimersByTimeAsync(event.kind === 'time' ? (event.by as number) : 0);
  }
  const seconds = (performance.now() - began) / 1000;
  const { requests } = seen;

  // From here on the endpoint is well: what is in flight ends, and an hour is the longest Retry-After.
  isWell = true;
  await vi.advanceTimersByTimeAsync(40_000);
  provider.refresh().catch(() => {});
  await vi.advanceTimersByTimeAsync(3_700_000);
  const healed = provider.getToken().catch(String);
  provider.stop();
  await vi.advanceTimersByTimeAsync(0);
  return { ...seen, requests, seconds, healed: await healed, timers: vi.getTimerCount() };
}

test('whatever happens: one request at a time, no ended token, a request a second at most, and it recovers', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(events, { minLength: 1, maxLength: 30 }),
      fc.array(behaviours, { minLength: 1, maxLength: 8 }),
      async (script, endpoint) => {
        const seen = await play(script, endpoint);
        expect(seen.most).toBeLessThanOrEqual(1);
        expect(seen.late).toBe(0);
        expect(seen.unknown).toBe(0);
        // A clock that is set forward ends a pause, since it looks like sleep.
        expect(seen.requests).toBeLessThanOrEqual(1 + seen.seconds + seen.jumps);
        expect(seen.healed).toMatch(/^token \d+$/);
        expect(seen.unsettled).toBe(0);
        expect(seen.timers).toBe(0);
      },
    ),
    { seed, numRuns: 400 },
  ));

// 0, 1, 2, 4, 8, 16 and 32 s, then each half minute; without jitter 0, 1, 3 … 63 s, then each minute.
test.each([
  [0, 7 + 118],
  [1, 7 + 58],
])(
  'an endpoint that fails for an hour, Math.random() = %d: %i requests',
  async (random, requests) => {
    const spy = vi.spyOn(Math, 'random').mockReturnValue(random);
    const script: Event[] = [{ kind: 'getToken' }, { kind: 'time', by: 3_600_000 }];
    const seen = await play(script, [{ latency: 0, answer: { kind: 'offline' } }]);
    expect(seen.requests).toBe(requests);
    spy.mockRestore();
  },
);
