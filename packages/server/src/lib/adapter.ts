import { argumentError, describe } from '@token04/core/check';
import type { TokenHandler } from './options.ts';

/** What the app knows of a request, by its login say; or a promise of it. */
export type ContextOf<Context, Req, Res> = (
  request: Req,
  response: Res,
) => Context | PromiseLike<Context>;

/** @throws Token04Error `ERR_TOKEN04_ARGUMENT` */
export function checkHandler(handler: unknown): void {
  if (typeof handler !== 'function') {
    throw argumentError('handler', 'a function', describe(handler));
  }
}

/**
 * Calls a handler with what the app knows of the request. What `contextOf` throws is the handler's
 * to report, so that it is answered like any other failure.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT` where the handler is none, the options of one say
 */
export function withContext<Context, Req, Res>(
  handler: TokenHandler<Context>,
  contextOf: ContextOf<Context, Req, Res> | undefined,
): (request: Request, req: Req, res: Res) => Promise<Response> {
  checkHandler(handler);
  const handle = handler as (request: Request, context?: Promise<Context>) => Promise<Response>;
  if (contextOf === undefined) return (request) => handle(request);
  return (request, req, res) => handle(request, (async () => contextOf(req, res))());
}
