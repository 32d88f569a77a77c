import type { Registry } from 'prom-client';
import type { TokenHandler } from '../lib/options.ts';
import { Problem, problemResponse } from '../lib/problem.ts';
import { serve, type TokenServer } from '../node/serve.ts';
import type { Config } from './config.ts';

/** The port that Prometheus' list of exporters has for OpenTelemetry. */
const USUAL = { hostname: '127.0.0.1', port: 9464 };

/** So that many who scrape cost no more than one. */
const KEEP_MILLISECONDS = 1000;

/**
 * Serves the metrics on a listener of their own.
 *
 * @returns undefined where the usual port cannot be had and no other was asked for
 * @throws Error (as a rejection) where the one that was asked for cannot be had
 */
export async function serveMetrics(
  handler: TokenHandler,
  { metricsHost: hostname, metricsPort: port }: Pick<Config, 'metricsHost' | 'metricsPort'>,
): Promise<TokenServer | undefined> {
  try {
    return await listenFor('METRICS_HOST, METRICS_PORT', () =>
      serve(handler, { hostname: hostname ?? USUAL.hostname, port: port ?? USUAL.port }),
    );
  } catch (error) {
    if (hostname === undefined && port === undefined) return undefined;
    throw error;
  }
}

/** @throws Error (as a rejection) whose message begins with the settings that the address is from */
export async function listenFor<T>(settings: string, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    throw new Error(`${settings}: ${(error as Error).message}`);
  }
}

/** Answers `GET /metrics`, and nothing else. */
export function createMetricsHandler(registry: Registry): TokenHandler {
  let kept: { readonly text: Promise<string>; readonly until: number } | undefined;
  const textNow = (): Promise<string> => {
    const now = performance.now();
    if (kept === undefined || now > kept.until) {
      kept = { text: registry.metrics(), until: now + KEEP_MILLISECONDS };
    }
    return kept.text;
  };

  return async ({ method, url }) => {
    if (new URL(url).pathname !== '/metrics') return problemResponse(new Problem('not-found'));
    if (method !== 'GET' && method !== 'HEAD') {
      const headers = { Allow: 'GET, HEAD' };
      return problemResponse(new Problem('method-not-allowed', { headers }));
    }
    const headers = { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' };
    return new Response(await textNow(), { headers });
  };
}
