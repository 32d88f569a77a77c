import type { Logger } from 'pino';
import { Counter, Gauge, type Registry } from 'prom-client';
import { createRateLimit } from '../node/rate-limit.ts';
import type { RedisChange, SharedRateLimit } from '../redis/shared-rate-limit.ts';
import type { Config } from './config.ts';

export interface Limits extends Pick<SharedRateLimit, 'rateLimit' | 'end'> {
  /** For `/readyz`. */
  redis(): 'not used' | 'counting' | 'not counting';
}

const SECONDS = 60;

/** Counts in Redis where a URL of one is set, and says in log and metrics whether it can. */
export async function createLimits(
  config: Pick<
    Config,
    'appId' | 'requestsPerMinute' | 'redisUrl' | 'redisUrlFile' | 'limitWithoutRedis'
  >,
  followUrl: () => () => string,
  { log, registry }: { readonly log: Logger; readonly registry: Registry },
): Promise<Limits> {
  const { appId, requestsPerMinute: requests, limitWithoutRedis: withoutRedis } = config;
  if (config.redisUrl === undefined && config.redisUrlFile === undefined) {
    return {
      rateLimit: createRateLimit({ requests, seconds: SECONDS }),
      redis: () => 'not used',
      end: async () => {},
    };
  }
  const counting = new Gauge({
    name: 'token04_redis_counting',
    help: '1 while limits are counted in Redis, 0 while they cannot be',
    registers: [registry],
  });
  const outages = new Counter({
    name: 'token04_redis_outages_total',
    help: 'How often Redis ceased to count, by the reason',
    labelNames: ['reason'],
    registers: [registry],
  });
  // Its driver takes 20 MB, which whoever has no Redis is spared.
  const { createSharedRateLimit } = await import('../redis/shared-rate-limit.ts');
  const without =
    withoutRedis === 'own' ? 'each process limits by itself' : 'requests are answered with 503';
  const limits = createSharedRateLimit({
    requests,
    seconds: SECONDS,
    redisUrl: followUrl(),
    withoutRedis,
    // Apps may share a Redis.
    keyPrefix: `token04:${appId}`,
    onChange(change: RedisChange) {
      counting.set(change.counting ? 1 : 0);
      if (change.counting) {
        log.info('limits are counted in Redis');
      } else {
        outages.inc({ reason: change.reason });
        log.error({ reason: change.reason }, `Redis does not count: ${without}`);
      }
    },
  });
  return {
    ...limits,
    redis: () => (limits.isCounting() ? 'counting' : 'not counting'),
  };
}
