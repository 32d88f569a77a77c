import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
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
