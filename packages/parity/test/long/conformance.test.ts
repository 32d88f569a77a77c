import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkConformance, startTestee, type Testee } from '../../src/index.ts';
import { core, startMutant } from '../programs.ts';

const start = () => startMutant('latin-1');

test('all random cases that fail are counted, and the first thousand are listed', async () => {
  const { counts, randomRun, results } = await checkConformance(start, {
    cases: 3000,
    only: 'random/',
  });
  expect(randomRun.cases).toBe(3000);
  expect(counts.failed).toBe(3000 - randomRun.passed);
  expect(counts.failed).toBeGreaterThan(1000);
  // A thousand, and the description.
  expect(results).toHaveLength(1001);
});

test('only the cases whose id starts so are run, and their known differences judged', async () => {
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

test('a listed difference that comes by chance is known, whether or not it came', async () => {
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

test('a slow answer is no wrong one, since a token has to be made after its request', async () => {
  const [file = '', ...args] = core;
  const startSlow = (): Testee => {
    const testee = startTestee(file, args);
    const request: Testee['request'] = async (...asked) => {
      const answer = await testee.request(...asked);
      // More than two seconds, so that the token is of a second long past.
      if (answer.ok?.['token'] !== undefined) await setTimeout(2100);
      return answer;
    };
    return { ...testee, request };
  };
  const only = 'state/generate-cbc/without-appId';
  const { results } = await checkConformance(startSlow, { only, cases: 0 });
  expect(results).toMatchObject([{ id: 'describe' }, { id: only, verdict: 'pass', message: '' }]);
});
