import { createIssuer } from '@token04/core/web';
import { createHandler } from './lib/handler.ts';
import type { Identity, TokenHandler, TokenHandlerOptions } from './lib/options.ts';

export * from './shared.ts';

/**
 * A token endpoint as a Fetch handler, on WebCrypto: runs unchanged on Node.js, Deno, Bun,
 * Cloudflare Workers and in Next.js. It asks your `identify` who is asking and your `grant` what
 * that user gets.
 *
 * It takes a POST whose body is empty or a JSON object, {@link Wanted}, of at most 4096 bytes, and
 * answers with a {@link TokenAnswer}, or with a problem (RFC 9457) whose `code` is a
 * {@link ProblemCode}. No answer holds a secret, a plaintext or an exception's text.
 *
 * @throws Token04Error `ERR_TOKEN04_APP_ID`, `ERR_TOKEN04_SECRET` or `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createTokenHandler, grantWithin } from '@token04/server';
 *
 * const handle = createTokenHandler({
 *   appId: 1,
 *   serverSecret: 'fa94dd0f974cf2e293728a526b028271',
 *   identify: (request) => (request.headers.get('cookie') === 'session=1' ? { userId: 'demo' } : null),
 *   grant: ({ userId }, wanted) =>
 *     grantWithin({ userId, rooms: ['r1'], maxEffectiveTimeInSeconds: 3600 }, wanted),
 * });
 * const ask = (headers) =>
 *   handle(new Request('https://app.example/token', { method: 'POST', headers, body: '{"roomId":"r1"}' }));
 *
 * const type = 'application/json';
 * const answer = await ask({ 'content-type': type, cookie: 'session=1' });
 * (await answer.json()).renewAfter; // → 3570
 * const refusal = await ask({ 'content-type': type });
 * (await refusal.json()).code; // → 'unauthenticated'
 * ```
 */
export function createTokenHandler<I extends Identity, Context = unknown>(
  options: TokenHandlerOptions<I, Context>,
): TokenHandler<Context> {
  return createHandler(options, createIssuer);
}
