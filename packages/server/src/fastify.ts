import type { IncomingMessage } from 'node:http';
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { type ContextOf, withContext } from './lib/adapter.ts';
import { aFunction, checkFields } from './lib/arguments.ts';
import type { TokenHandler } from './lib/options.ts';
import { listener } from './node/listener.ts';

export interface FastifyOptions<Context> {
  /** `'/'` unless given, below the prefix with which the plugin is registered. */
  readonly path?: string | undefined;
  /**
   * What `identify` gets as its second argument: what the app's own login left on the request, such
   * as `request.user`. What it throws is a failure of `identify`.
   */
  readonly context: ContextOf<Context, FastifyRequest, FastifyReply>;
}

const aPath = v.pipe(v.string('a path'), v.startsWith('/', 'a path that begins with /'));
const schema = v.strictObject({ path: v.optional(aPath, '/'), context: v.optional(aFunction) });
const besidePath = v.strictObject({ context: v.optional(aFunction) });

/**
 * A token handler as a plugin of Fastify. Fastify's own parsers are left out of it, so that all
 * answers are the handler's; the rest of the app keeps them. Hooks of the app run before it, and
 * headers that they have set are sent.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createTokenHandler } from '@token04/server/node';
 * import { toFastify } from '@token04/server/fastify';
 *
 * const handle = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   identify: (_request, user) => (user ? { userId: user.sub } : null),
 *   grant: ({ userId }) => ({ userId, effectiveTimeInSeconds: 60 }),
 * });
 * const plugin = toFastify(handle, '/token', { context: (request) => request.user });
 * typeof plugin; // → 'function'
 * // app.register(plugin)
 * ```
 */
export function toFastify(handler: TokenHandler, path: string): FastifyPluginAsync;
export function toFastify<Context>(
  handler: TokenHandler<Context>,
  options: FastifyOptions<Context>,
): FastifyPluginAsync;
export function toFastify<Context>(
  handler: TokenHandler<Context>,
  path: string,
  options: Omit<FastifyOptions<Context>, 'path'>,
): FastifyPluginAsync;
export function toFastify<Context>(
  handler: TokenHandler<Context>,
  pathOrOptions: string | FastifyOptions<Context>,
  options?: Omit<FastifyOptions<Context>, 'path'>,
): FastifyPluginAsync {
  if (options !== undefined) checkFields(besidePath, options, 'options');
  const given =
    typeof pathOrOptions === 'string' ? { ...options, path: pathOrOptions } : pathOrOptions;
  const { path } = checkFields(schema, given, 'options');
  const handle = withContext(handler, (given as Partial<FastifyOptions<Context>>).context);
  const exchanges = new WeakMap<IncomingMessage, [FastifyRequest, FastifyReply]>();
  const listen = listener((request, { incoming }) => {
    const [req, res] = exchanges.get(incoming as IncomingMessage) as [FastifyRequest, FastifyReply];
    return handle(request, req, res);
  }, false);

  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      reply.hijack();
      // Fastify leaves these out of a reply that it does not send itself; @fastify/cors sets some.
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      exchanges.set(request.raw, [request, reply]);
      await listen(request.raw, reply.raw, request.body);
    };
    // Fastify judges a malformed Content-Type before any parser; the handler refuses it, too.
    app.setErrorHandler((error: FastifyError, request, reply) => {
      if (error.code !== 'FST_ERR_CTP_INVALID_MEDIA_TYPE') throw error;
      return answer(request, reply);
    });
    app.all(path, answer);
  };
}
