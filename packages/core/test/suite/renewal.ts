import { assert } from 'chai';
import { fails, type Suite } from './harness.ts';

export function renewalSuite({ core, test }: Suite): void {
  for (const [expire, options, delay] of [
    [1000, { now: 900 }, 70_000],
    [1000, { now: 900, leadSeconds: 0 }, 100_000],
    [1000, { now: 969.5 }, 500],
    [1700000031, { now: 1700000000.999 }, 1],
    [1.001, { now: 0, leadSeconds: 0 }, 1001],
    [1000, { now: 970 }, 0],
    [1000, { now: 2000 }, 0],
    [2 ** 40, { now: 0 }, 2 ** 31 - 1],
  ] as const) {
    test(`renewalDelay(${expire}, ${JSON.stringify(options)}) = ${delay}`, async () => {
      assert.equal(core.renewalDelay(expire, options), delay);
    });
  }
  for (const [argument, call] of [
    ['expire', () => core.renewalDelay('1' as never)],
    ['expire', () => core.renewalDelay(Number.NaN)],
    ['now', () => core.renewalDelay(1, { now: Number.POSITIVE_INFINITY })],
    ['leadSeconds', () => core.renewalDelay(1, { leadSeconds: -1 })],
  ] as const) {
    test(`renewalDelay refuses a bad ${argument}`, () =>
      fails(call, { code: 'ERR_TOKEN04_ARGUMENT', argument }));
  }
}
