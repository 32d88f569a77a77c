import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TokenHandler } from './lib/options.ts';
import { listener } from './node/listener.ts';

/**
 * A token handler as a route of Express, or of anything else that takes `(request, response)` of
 * node:http, such as Connect, Nest and `http.createServer`. A body that `express.json()` has read
 * already is used; without a parser the body is read from the stream.
 *
 * @example
 * ```js
 * import { createTokenHandler } from '@token04/server/node';
 * import { toExpress } from '@token04/server/express';
 *
 * const handle = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   identify: () => ({ userId: 'demo' }),
 *   grant: ({ userId }) => ({ userId, effectiveTimeInSeconds: 60 }),
 * });
 * const route = toExpress(handle); // app.all('/token', route)
 * route.length; // → 2
 * ```
 */
export function toExpress(
  handler: TokenHandler,
): (request: IncomingMessage & { body?: unknown }, response: ServerResponse) => Promise<void> {
  const listen = listener(handler, false);
  return (request, response) => listen(request, response, request.body);
}
