import { expect, vi } from 'vitest';
import { createTokenProvider, type TokenProvider } from '../src/index.ts';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

let started: TokenProvider[] = [];

/** A provider that the test need not stop. */
export function provide(options: Parameters<typeof createTokenProvider>[0]): TokenProvider {
  const provider = createTokenProvider(options);
  started.push(provider);
  return provider;
}

/** After each test: stops what it started, which must leave no timer behind. */
export async function endProviders(): Promise<void> {
  for (const provider of started) provider.stop();
  started = [];
  await settled();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

/** Settles what can settle without time passing. */
export const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
