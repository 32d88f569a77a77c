import { fileURLToPath } from 'node:url';
import { createIssuer, decodeToken04 } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import { runs, skips } from '@token04/test-kit/missing';
import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects, startTestee, type Testee } from '../src/index.ts';
import { appId, effectiveTimeInSeconds, payload, secret, userId } from './arbitraries.ts';

const isSkipped = skips('live comparison in GCM', {
  what: 'Python 3 with cryptography',
  isThere: await runs('python3', '-c', 'import cryptography'),
});

/**
 * Official Go makes no GCM tokens; the reference in Python is written after the specification.
 *
 * @param runs how many random cases, each way
 */
export function compareWithLivePython(runs: number): void {
  describe.skipIf(isSkipped)('against the live reference in Python, in GCM', () => {
    let python: Testee;

    beforeAll(() => {
      const program = fileURLToPath(new URL('../testees/python/testee.py', import.meta.url));
      python = startTestee('python3', [program]);
    });
    afterAll(() => python?.end());

    async function check(what: string, compare: (input: Input) => Promise<void>): Promise<void> {
      let cases = 0;
      const input = fc.record({ appId, userId, secret, effectiveTimeInSeconds, payload });
      const property = fc.asyncProperty(input, async (values) => {
        await compare(values);
        cases++;
      });
      await fc.assert(property, { seed, numRuns: runs });
      console.log(`live Python: ${cases} random cases, ${what} (TOKEN04_SEED=${seed})`);
      expect(cases).toBeGreaterThanOrEqual(runs);
    }

    test('what Python makes is read by us, and re-made byte for byte', async () => {
      await check('made by Python and re-made by us', async (input) => {
        const { secret: serverSecret, ...said } = input;
        const answer = await python.request('generate', { mode: 'gcm', ...said, serverSecret });
        const token = String(answer.ok?.['token']);
        const { claims, mode, iv, plaintext } = decodeToken04(token, serverSecret);
        const { ctime, expire, nonce } = claims;
        expect(claims).toEqual({
          appId: said.appId,
          userId: said.userId,
          ctime,
          expire: ctime + said.effectiveTimeInSeconds,
          nonce,
          payload: said.payload,
        });
        expect(mode).toBe('gcm');
        expect(plaintext).toBe(dialects.python(claims));
        expect(sealToken04({ plaintext, expire, serverSecret, mode, iv })).toBe(token);
      });
    }, 120_000);

    test('what we make is read by Python', async () => {
      await check('made by us and read by Python', async (input) => {
        const { secret: serverSecret, appId, ...request } = input;
        const token = createIssuer({ appId, serverSecret, mode: 'gcm' }).issue(request);
        const answer = await python.request('decode', { token, serverSecret });
        const { iv, ...ours } = decodeToken04(token, serverSecret);
        expect(answer.ok).toEqual({ ...ours, iv: Buffer.from(iv).toString('hex') });
        expect(ours.claims).toMatchObject({ appId, ...{ userId: request.userId } });
      });
    }, 120_000);
  });
}

interface Input {
  appId: number;
  userId: string;
  secret: string;
  effectiveTimeInSeconds: number;
  payload: string;
}
