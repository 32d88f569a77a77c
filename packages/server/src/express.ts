import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { type ContextOf, withContext } from './lib/adapter.ts';
import { aFunction, checkFields } from './lib/arguments.ts';
import type { TokenHandler } from './lib/options.ts';
import { listener } from './node/listener.ts';

/** A request of node:http, with what a body parser made of it. */
type ParsedRequest = IncomingMessage & { body?: unknown };

export interface ExpressOptions<
  Context,
  Req extends ParsedRequest = ParsedRequest,
  Res extends ServerResponse = ServerResponse,
> {
  /**
   * What `identify` gets as its second argument: what the app's own login left on the request, such
   * as `request.user`. What it throws is a failure of `identify`.
   */
  readonly context: ContextOf<Context, Req, Res>;
}

const schema = v.strictObject({ context: aFunction });

/**
 * A token handler as a route of Express, or of anything else that takes `(request, response)` of
 * node:http, such as Connect, a controller of Nest, and `http.createServer`. A body that
 * `express.json()` has read already is used; without a parser the body is read from the stream.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createTokenHandler } from '@token04/server/node';
 * import { toExpress } from '@token04/server/express';
 *
 * const handle = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   identify: (_request, user) => (user ? { userId: user.id } : null),
 *   grant: ({ userId }) => ({ userId, effectiveTimeInSeconds: 60 }),
 * });
 * const route = toExpress(handle, { context: (request) => request.user }); // app.all('/token', route)
 * route.length; // → 2
 * ```
 */
export function toExpress(
  handler: TokenHandler,
): (request: ParsedRequest, response: ServerResponse) => Promise<void>;
export function toExpress<
  Context,
  Req extends ParsedRequest = ParsedRequest,
  Res extends ServerResponse = ServerResponse,
>(
  handler: TokenHandler<Context>,
  options: ExpressOptions<Context, Req, Res>,
): (request: Req, response: Res) => Promise<void>;
export function toExpress<Context>(
  handler: TokenHandler<Context>,
  options?: ExpressOptions<Context, never, never>,
): (request: ParsedRequest, response: ServerResponse) => Promise<void> {
  if (options !== undefined) checkFields(schema, options, 'options');
  const handle = withContext(handler, options?.context);
  const listen = listener(
    // Express adds its own to the objects of node:http, so these are the same.
    (request, { incoming, outgoing }) => handle(request, incoming as never, outgoing as never),
    false,
  );
  return (request, response) => listen(request, response, request.body);
}
