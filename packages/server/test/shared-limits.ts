// Limits of processes that share a Redis, for test files that import this: all is ended after each test.
import { until } from '@token04/test-kit/until';
import { afterEach, expect } from 'vitest';
import {
  createSharedRateLimit,
  type RedisChange,
  type SharedRateLimitOptions,
} from '../src/redis.ts';
import { endRedis } from './redis.ts';

/** What each test started, to be ended after it. */
export const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await endRedis();
});

/** As one process has it: two requests a minute. */
export function limit(
  redisUrl: string | (() => string),
  more: Partial<SharedRateLimitOptions> = {},
) {
  const changes: RedisChange[] = [];
  const limits = createSharedRateLimit({
    redisUrl,
    requests: 2,
    seconds: 60,
    onChange: (change) => changes.push(change),
    ...more,
  });
  ends.push(limits.end);
  return { ...limits, changes, ask: (userId: string) => limits.rateLimit({ userId }) };
}

/** Waits until Redis counts for each, however busy this machine is, and forgets how that came. */
export async function untilCounting(...processes: ReturnType<typeof limit>[]): Promise<void> {
  await until(() => processes.every((process) => process.isCounting()));
  for (const { changes } of processes) changes.length = 0;
}

/** A wait of a minute at most. */
export const asSeconds: unknown = expect.toSatisfy(
  (wait) => Number.isInteger(wait) && wait >= 1 && wait <= 60,
);
