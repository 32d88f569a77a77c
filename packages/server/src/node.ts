import { createIssuer } from '@token04/core';
import { createHandler } from './lib/handler.ts';
import type { Identity, TokenHandler, TokenHandlerOptions } from './lib/options.ts';

export { createMetrics, type Metrics } from './node/metrics.ts';
export { createRateLimit, type RateLimitOptions } from './node/rate-limit.ts';
export { type ServeOptions, serve, type TokenServer } from './node/serve.ts';
export * from './shared.ts';

/**
 * The same handler as that of `@token04/server`, on node:crypto, which is faster.
 *
 * @throws Token04Error `ERR_TOKEN04_APP_ID`, `ERR_TOKEN04_SECRET` or `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createTokenHandler, serve } from '@token04/server/node';
 *
 * const handle = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   identify: () => ({ userId: 'demo' }),
 *   grant: ({ userId }) => ({ userId, effectiveTimeInSeconds: 60 }),
 * });
 * const server = await serve(handle, { port: 0 });
 * const answer = await fetch(server.url, { method: 'POST' });
 * answer.status; // → 200
 * await server.stop();
 * ```
 */
export function createTokenHandler<I extends Identity, Context = unknown>(
  options: TokenHandlerOptions<I, Context>,
): TokenHandler<Context> {
  return createHandler(options, createIssuer);
}
