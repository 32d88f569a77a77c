import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createIssuer, decodeToken04 } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import { runs, skips } from '@token04/test-kit/missing';
import { seed } from '@token04/test-kit/seed';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialects, startTestee, type Testee } from '../src/index.ts';
import {
  appId,
  effectiveTimeInSeconds,
  longUserId,
  payload,
  secret,
  userId,
} from './arbitraries.ts';

const isSkipped = skips('live comparison with official Go', {
  what: 'go',
  isThere: await runs('go', 'version'),
});
const directory = testFolder();

/** @param runs how many random cases, each way */
export function compareWithLiveGo(runs: number): void {
  describe.skipIf(isSkipped)('against the live official Go module', () => {
    let go: Testee;

    beforeAll(async () => {
      const source = fileURLToPath(new URL('../testees/go/', import.meta.url));
      const testee = join(directory, 'go-testee');
      await execa('go', ['build', '-mod=readonly', '-o', testee, '.'], { cwd: source });
      go = startTestee(testee);
    }, 300_000);

    afterAll(async () => {
      await go?.end();
    });

    async function check(
      what: string,
      user: fc.Arbitrary<string>,
      compare: (input: Input) => Promise<void>,
    ): Promise<void> {
      let cases = 0;
      const input = fc.record({ appId, userId: user, secret, effectiveTimeInSeconds, payload });
      const property = fc.asyncProperty(input, async (values) => {
        await compare(values);
        cases++;
      });
      await fc.assert(property, { seed, numRuns: runs });
      console.log(`live Go: ${cases} random cases, ${what} (TOKEN04_SEED=${seed})`);
      expect(cases).toBeGreaterThanOrEqual(runs);
    }

    test('what Go makes is read by us, and re-made byte for byte', async () => {
      await check('made by Go and re-made by us', longUserId, async (input) => {
        const { secret: serverSecret, effectiveTimeInSeconds: ttl, ...said } = input;
        const answer = await go.request('generate', {
          mode: 'cbc',
          ...said,
          serverSecret,
          effectiveTimeInSeconds: ttl,
        });
        const token = String(answer.ok?.['token']);
        const { claims, mode, iv, plaintext } = decodeToken04(token, serverSecret);
        const { ctime, expire, nonce } = claims;
        expect(claims).toEqual({ ...said, ctime, expire: ctime + ttl, nonce });
        expect(dialects.go(claims)).toBe(plaintext);
        expect(sealToken04({ plaintext, expire, serverSecret, mode, iv })).toBe(token);
      });
    }, 120_000);

    test('what we make is read by Go', async () => {
      await check('made by us and read by Go', userId, async (input) => {
        const { secret: serverSecret, appId, ...request } = input;
        const token = createIssuer({ appId, serverSecret, mode: 'cbc' }).issue(request);
        const answer = await go.request('decode', { token, serverSecret });
        const { iv, ...ours } = decodeToken04(token, serverSecret);
        expect(answer.ok).toEqual({ ...ours, iv: Buffer.from(iv).toString('hex') });
        expect(ours.claims).toMatchObject({
          appId,
          userId: request.userId,
          payload: request.payload,
        });
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
