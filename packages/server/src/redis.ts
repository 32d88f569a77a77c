export {
  createSharedRateLimit,
  type RedisChange,
  type SharedRateLimit,
  type SharedRateLimitOptions,
} from './redis/shared-rate-limit.ts';
