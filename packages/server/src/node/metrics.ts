import { argumentError, describe } from '@token04/core/check';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { checkHandler } from '../lib/adapter.ts';
import type { TokenHandler } from '../lib/options.ts';
import type { RefuseEvent } from '../lib/refusal.ts';

export interface Metrics {
  /** Counts and times what a handler does. */
  observe<Context>(handler: TokenHandler<Context>): TokenHandler<Context>;
  /** For `onRefuse` of a handler: counts by the reason, or else by the problem's code. */
  readonly onRefuse: (event: RefuseEvent) => void;
  /** Where they are kept; `await registry.metrics()` is the text for Prometheus. */
  readonly registry: Registry;
}

/**
 * Metrics for Prometheus: `token04_requests_total` by `status`, `token04_refusals_total` by `reason`,
 * `token04_request_duration_seconds`, and what prom-client knows of the process.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 *
 * @example
 * ```js
 * import { createMetrics } from '@token04/server/node';
 *
 * const metrics = createMetrics();
 * const handle = metrics.observe(async () => new Response(null, { status: 401 }));
 * await handle(new Request('https://app.example/token'));
 * const text = await metrics.registry.metrics();
 * text.includes('token04_requests_total{status="401"} 1'); // → true
 * ```
 */
export function createMetrics(registry: Registry = new Registry()): Metrics {
  // Not by its class: an app may have another copy of prom-client.
  if (typeof registry?.registerMetric !== 'function') {
    throw argumentError('registry', 'a Registry of prom-client', describe(registry));
  }
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'token04_requests_total',
    help: 'Requests for a token, by the status of the answer',
    labelNames: ['status'],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'token04_refusals_total',
    help: 'Requests that got no token, by the reason',
    labelNames: ['reason'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'token04_request_duration_seconds',
    help: 'Time from the head of a request to its answer',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 8],
    registers: [registry],
  });
  return {
    registry,
    onRefuse: ({ code, reason = code }) => refusals.inc({ reason }),
    observe(handler) {
      checkHandler(handler);
      return async (request, ...context) => {
        const start = performance.now();
        const response = await handler(request, ...context);
        duration.observe((performance.now() - start) / 1000);
        requests.inc({ status: response.status });
        return response;
      };
    },
  };
}
