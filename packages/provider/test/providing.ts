// Providers in fake time, for test files that import this: each is stopped after its test, and leaves no
// timer behind.
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createTokenProvider, type TokenProvider } from '../src/index.ts';
import { START } from './endpoint.ts';

/** In milliseconds. */
export const MINUTE = 60_000;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;

// From START on, without jitter unless a test brings its own.
beforeEach(() => {
  vi.useFakeTimers({ now: START * 1000 });
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

let started: TokenProvider[] = [];
afterEach(async () => {
  for (const provider of started) provider.stop();
  started = [];
  await settled();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A provider that the test need not stop. */
export function provide(options: Parameters<typeof createTokenProvider>[0]): TokenProvider {
  const provider = createTokenProvider(options);
  started.push(provider);
  return provider;
}

/** Settles what can settle without time passing. */
export const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
