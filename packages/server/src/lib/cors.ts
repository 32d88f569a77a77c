import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { isRequest } from './is-request.ts';
import type { ContextArgument, TokenHandler } from './options.ts';

/** Lets pages of these origins ask, by CORS. */
export function withCors<Context>(
  handle: TokenHandler<Context>,
  origins: readonly string[],
): TokenHandler<Context> {
  const app = new Hono<{ Bindings: { context: ContextArgument<Context> } }>();
  app.use(
    cors({
      origin: [...origins],
      allowMethods: ['POST'],
      credentials: true,
      exposeHeaders: ['Retry-After'],
      maxAge: 600,
    }),
  );
  app.all('*', ({ req, env }) => handle(req.raw, ...env.context));
  return async (request, ...context) =>
    // What is no request is for the handler to refuse, which does not throw.
    isRequest(request) ? app.fetch(request, { context }) : handle(request, ...context);
}
