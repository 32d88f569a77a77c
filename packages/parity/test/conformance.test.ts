import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkConformance, startTestee } from '../src/index.ts';

const program = fileURLToPath(new URL('../mutants/by-name.mjs', import.meta.url));
const start = () => startTestee(process.execPath, [program], { env: { MUTANT: 'latin-1' } });

test('of random cases that fail, all are counted and a thousand are listed', async () => {
  const { counts, randomRun, results } = await checkConformance(start, {
    cases: 3000,
    only: 'random/',
  });
  expect(randomRun.cases).toBe(3000);
  expect(counts.failed).toBe(3000 - randomRun.passed);
  expect(counts.failed).toBeGreaterThan(1000);
  // And the description.
  expect(results).toHaveLength(1001);
});

test('only the cases whose id starts so, and the known differences among them', async () => {
  const known = new Map([
    ['generate/cbc/unicode/chinese', { reason: 'Latin-1', sometimes: false }],
    ['generate/gcm/unicode/chinese', { reason: 'Latin-1', sometimes: false }],
  ]);
  const progress: number[] = [];
  const { counts, results } = await checkConformance(start, {
    only: 'generate/cbc/unicode/chinese',
    known,
    onProgress: (done) => progress.push(done),
  });
  expect(results).toMatchObject([
    { id: 'describe', verdict: 'pass', message: '', level: 'MUST', section: 'protocol 2' },
    { id: 'generate/cbc/unicode/chinese', verdict: 'known', message: 'Latin-1' },
    {
      id: 'generate/cbc/unicode/chinese-in-the-payload',
      verdict: 'fail',
      message: 'payload differs from character 10 on',
      requests: [{ op: 'generate', fields: { mode: 'cbc' } }],
    },
  ]);
  expect(counts).toEqual({ passed: 1, failed: 1, known: 1 });
  expect(progress).toEqual([1, 2]);
});

test('a difference that comes by chance is known, whether or not it came', async () => {
  const run = (sometimes: boolean) =>
    checkConformance(start, {
      only: 'generate/cbc/basic/smallest-app-id',
      known: new Map([['generate/cbc/basic/smallest-app-id', { reason: 'by chance', sometimes }]]),
    });
  expect((await run(true)).results[1]).toMatchObject({ verdict: 'known', message: 'by chance' });
  expect((await run(false)).results[1]).toMatchObject({
    verdict: 'fail',
    message: 'is listed as known, and no longer differs',
  });
});
