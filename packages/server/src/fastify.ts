import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenHandler } from './lib/options.ts';
import { listener } from './node/listener.ts';

/**
 * A token handler as a plugin of Fastify. Fastify's own parsers are left out of it, so that all
 * answers are the handler's; the rest of the app keeps them.
 *
 * @example
 * ```js
 * import { createTokenHandler } from '@token04/server/node';
 * import { toFastify } from '@token04/server/fastify';
 *
 * const handle = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   identify: () => ({ userId: 'demo' }),
 *   grant: ({ userId }) => ({ userId, effectiveTimeInSeconds: 60 }),
 * });
 * const plugin = toFastify(handle, '/token'); // app.register(plugin)
 * typeof plugin; // → 'function'
 * ```
 */
export function toFastify(handler: TokenHandler, path: string): FastifyPluginAsync {
  const listen = listener(handler, false);
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      reply.hijack();
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
