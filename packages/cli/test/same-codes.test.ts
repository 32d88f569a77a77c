// For each mistake that the doctor knows, verify names the codes that the doctor names.
import { diagnose, type Finding } from '@token04/doctor';
import { expect, test } from 'vitest';
import type { Case } from '../../doctor/test/cases/case.ts';
import { cases, optionsOf } from '../../doctor/test/cases/index.ts';
import { SECRET } from '../../doctor/test/make.ts';
import { judge, type VerifyCommandOptions } from '../src/lib/verdict.ts';

/** The core refuses these as any text that is no token; the doctor knows that an app shows other codes. */
const OF_THEIR_OWN = ['empty', 'not-set', 'client-code'];
/** UIKit reads the first part behind the #, as the doctor does; the core refuses such a kit token. */
const READ_BY_UIKIT = ['kit-wrapped-twice'];
/** verify does not check whether a product takes an ID. */
const OF_PRODUCTS = ['user-id-profile', 'room-id-profile', 'stream-id-profile'];

const verifiable = Object.entries(cases)
  .flatMap(([id, each]) => each.map((one) => ({ id, one })))
  .filter(({ id }) => ![...OF_THEIR_OWN, ...READ_BY_UIKIT, ...OF_PRODUCTS].includes(id))
  .filter(({ one }) => [undefined, 'express', 'zim'].includes(one.options?.service));

test.each(verifiable)('$id, $one.title', async ({ one }) => {
  const secrets = [optionsOf(one).serverSecret ?? SECRET].flat();
  if (secrets.some((secret) => Buffer.byteLength(secret) !== 32)) {
    await expect(judge(one.input, secrets, expectedBy(one))).rejects.toThrow('32');
    return;
  }
  const { findings } = await diagnose(one.input, { ...optionsOf(one), serverSecret: secrets });
  const shown = findings.filter(({ clientCodes }) => clientCodes.length > 0);
  const errors = shown.filter(({ severity }) => severity === 'error');

  let { error } = await judge(one.input, secrets, expectedBy(one));
  // verify judges rooms only if one is named. A malformed payload denies any room, so r1 will do.
  if (error === null && errors.length > 0) {
    ({ error } = await judge(one.input, secrets, { room: 'r1', ...expectedBy(one) }));
  }
  const expected: Finding | undefined = error === null ? errors[0] : shown[0];
  expect({ id: expected?.id, codes: error?.clientCodes ?? [] }).toEqual({
    id: expected?.id,
    codes: expected?.clientCodes ?? [],
  });
});

/** What the doctor was told to expect, as options of verify. */
function expectedBy(one: Case): VerifyCommandOptions {
  const given = optionsOf(one);
  const all = {
    appId: given.appId,
    user: given.userId,
    room: given.roomId ?? (given.streamId === undefined ? undefined : 'r1'),
    publish: given.streamId,
    rule: given.checks,
    service: given.service,
    now: given.now,
    tolerance: given.clockToleranceInSeconds,
  };
  const named = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as VerifyCommandOptions;
}
