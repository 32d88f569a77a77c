// A quick look at 100,000 tokens; `npm run bench:randomness` looks longer, and at several threads.
import { randomBytes } from 'node:crypto';
import { IvStatistics } from '@token04/test-kit/iv-statistics';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createIssuer, decodeToken04 } from '../../src/index.ts';
import { sealToken04 } from '../../src/testing.ts';
import { SECRET as serverSecret } from '../suite/harness.ts';

const TOKENS = 100_000;
const request = { userId: 'demo', effectiveTimeInSeconds: 3600 };

afterEach(() => {
  vi.useRealTimers();
});

const microseconds = (): number => Math.floor(performance.now() * 1000);

/** The sequences that do not look like coin flips. */
function unsound(tokens: Iterable<string>): string[] {
  const statistics = new IvStatistics();
  for (const token of tokens) statistics.add(token, microseconds());
  return [
    ...statistics
      .judge()
      .filter(({ sound }) => !sound)
      .map(({ name }) => name),
    ...(statistics.repeats > 0 ? ['repeats'] : []),
  ];
}

describe.each(['cbc', 'gcm'] as const)('%s', (mode) => {
  test('IVs: no repeats, balanced, independent of what came before and of the clock', () => {
    const { issue } = createIssuer({ appId: 1, serverSecret, mode });
    function* tokens(): Iterable<string> {
      for (let i = 0; i < TOKENS; i++) yield issue(request);
    }
    expect(unsound(tokens())).toEqual([]);
  });

  test('IVs within a batch too', () => {
    const { issueMany } = createIssuer({ appId: 1, serverSecret, mode });
    expect(unsound(issueMany(Array(TOKENS / 10).fill(request)))).toEqual([]);
  });

  test('issuers that start in the same millisecond share neither IV nor nonce', () => {
    vi.useFakeTimers({ now: 1_700_000_000_000 });
    const decoded = Array.from({ length: 500 }, () =>
      decodeToken04(createIssuer({ appId: 1, serverSecret, mode }).issue(request), serverSecret),
    );
    expect(new Set(decoded.map(({ iv }) => iv.join())).size).toBe(decoded.length);
    // Of 500 among 2³² a few in a hundred thousand runs have two alike by chance.
    expect(new Set(decoded.map(({ claims }) => claims.nonce)).size).toBeGreaterThan(498);
  });
});

describe('what is not random is seen', () => {
  const seal = (iv: Uint8Array): string =>
    sealToken04({ plaintext: 'x', expire: 60, serverSecret, mode: 'cbc', iv });

  function* tokens(
    nextIv: (i: number, before: string | undefined) => Uint8Array,
  ): Iterable<string> {
    let token: string | undefined;
    for (let i = 0; i < 5000; i++) {
      token = seal(nextIv(i, token));
      yield token;
    }
  }

  test('one byte that is always an ASCII digit or small letter', () => {
    const found = unsound(tokens(() => Buffer.concat([randomBytes(15), Buffer.from('k')])));
    expect(found).toContain('IV');
  });

  test('the last block of the token before', () => {
    const chained = (_: number, before: string | undefined): Uint8Array =>
      before === undefined ? randomBytes(16) : Buffer.from(before.slice(2), 'base64').subarray(-16);
    expect(unsound(tokens(chained))).toContain('IV against the end of the token before');
  });

  test('an IV used twice', () => {
    const first = randomBytes(16);
    expect(
      unsound(tokens((i) => (i === 3000 ? first : i === 0 ? first : randomBytes(16)))),
    ).toEqual(['repeats']);
  });

  test('bits of the clock', () => {
    const clocked = (): Uint8Array => {
      const iv = randomBytes(16);
      iv[5] = microseconds();
      return iv;
    };
    expect(unsound(tokens(clocked)).some((name) => name.includes('of the clock'))).toBe(true);
  });
});
