// verify says what the doctor says that an app shows, for each mistake that the doctor knows.
import { diagnose, type Finding } from '@token04/doctor';
import { expect, test } from 'vitest';
import type { Case } from '../../doctor/test/cases/case.ts';
import { cases, optionsOf } from '../../doctor/test/cases/index.ts';
import { SECRET } from '../../doctor/test/make.ts';
import { judge, type VerifyCommandOptions } from '../src/commands/verify.ts';

/** To the core these are text that is no token; to an app nothing was given, or it is no token's code. */
const OF_THEIR_OWN = ['empty', 'not-set', 'client-code'];
/** UIKit reads the first part behind the #, as the doctor does; the core refuses such a kit token. */
const READ_BY_UIKIT = ['kit-wrapped-twice'];
/** Which IDs a product takes, verify is not asked. */
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
  // Of a room verify speaks only where one was named; any is denied by a payload that is malformed.
  if (error === null && errors.length > 0) {
    ({ error } = await judge(one.input, secrets, { room: 'r1', ...expectedBy(one) }));
  }
  const expected: Finding | undefined = error === null ? errors[0] : shown[0];
  expect({ id: expected?.id, codes: error?.clientCodes ?? [] }).toEqual({
    id: expected?.id,
    codes: expected?.clientCodes ?? [],
  });
});

/** The options of verify that say what was said to the doctor. */
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
