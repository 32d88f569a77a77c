import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createMetrics } from '../src/node.ts';
import { createMetricsHandler } from '../src/ready/metrics-server.ts';

test('many who scrape at once cost no more than one', async () => {
  let made = 0;
  const registry = new Registry();
  registry.metrics = async () => `made ${++made}`;
  const handle = createMetricsHandler(registry);
  const scrape = async () => (await handle(new Request('http://127.0.0.1:9464/metrics'))).text();
  const texts = await Promise.all(Array.from({ length: 100 }, scrape));
  expect(new Set(texts)).toEqual(new Set(['made 1']));
});

test('what is no registry, and what is no handler, is named at once', () => {
  expect(() => createMetrics({} as never)).toThrow(
    expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'registry' }),
  );
  expect(() => createMetrics().observe(5 as never)).toThrow(
    expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'handler' }),
  );
});
