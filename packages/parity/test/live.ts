// Random inputs against a program in another language, each way.
import { createIssuer, decodeToken04 } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import type { Dialect, Input, Mode } from '@token04/fixtures';
import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { expect } from 'vitest';
import { dialects, type Testee } from '../src/index.ts';
import { appId, effectiveTimeInSeconds, payload, secret, userId } from './arbitraries.ts';

/** What is compared with a live program. */
export interface Comparison {
  /** The program's name, for the log. */
  readonly name: string;
  readonly mode: Mode;
  readonly dialect: Dialect;
  /** How many random cases, each way. */
  readonly runs: number;
  /** The users that it can make tokens for; those that all can, if absent. */
  readonly users?: fc.Arbitrary<string>;
}

/** What the program makes is read by us, and made again by us byte for byte. */
export async function readTheirs(
  { request }: Testee,
  { name, mode, dialect, runs, users = userId }: Comparison,
): Promise<void> {
  await forRandomInputs(
    `live ${name}: made by it and made again by us`,
    runs,
    users,
    async (input) => {
      const { secret: serverSecret, effectiveTimeInSeconds: ttl, ...said } = input;
      const answer = await request('generate', {
        mode,
        ...said,
        serverSecret,
        effectiveTimeInSeconds: ttl,
      });
      const token = String(answer.ok?.['token']);
      const decoded = decodeToken04(token, serverSecret);
      const { claims, iv, plaintext } = decoded;
      const { ctime, expire, nonce } = claims;
      expect(decoded.mode).toBe(mode);
      expect(claims).toEqual({ ...said, ctime, expire: ctime + ttl, nonce });
      expect(dialects[dialect](claims)).toBe(plaintext);
      expect(sealToken04({ plaintext, expire, serverSecret, mode, iv })).toBe(token);
    },
  );
}

/** What we make is read by the program. */
export async function readOurs(
  { request }: Testee,
  { name, mode, runs }: Comparison,
): Promise<void> {
  await forRandomInputs(`live ${name}: made by us and read by it`, runs, userId, async (input) => {
    const { secret: serverSecret, appId, ...wish } = input;
    const token = createIssuer({ appId, serverSecret, mode }).issue(wish);
    const answer = await request('decode', { token, serverSecret });
    const { iv, ...ours } = decodeToken04(token, serverSecret);
    expect(answer.ok).toEqual({ ...ours, iv: Buffer.from(iv).toString('hex') });
    expect(ours.claims).toMatchObject({ appId, userId: wish.userId, payload: wish.payload });
  });
}

async function forRandomInputs(
  what: string,
  runs: number,
  users: fc.Arbitrary<string>,
  compare: (input: Input) => Promise<void>,
): Promise<void> {
  let cases = 0;
  const input = fc.record({ appId, userId: users, secret, effectiveTimeInSeconds, payload });
  const property = fc.asyncProperty(input, async (values) => {
    await compare(values);
    cases++;
  });
  await fc.assert(property, { seed, numRuns: runs });
  console.log(`${what}, ${cases} random cases (TOKEN04_SEED=${seed})`);
  expect(cases).toBeGreaterThanOrEqual(runs);
}
