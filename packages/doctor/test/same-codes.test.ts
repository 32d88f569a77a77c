import { CLIENT_CODES } from '@token04/core/format';
import { Token04Error, verifyToken04 } from '@token04/core/web';
import { expect, it } from 'vitest';
import { diagnose } from '../src/index.ts';
import { cases, optionsOf } from './cases.ts';
import { SECRET } from './make.ts';

/** What the core has against the input as it is, or undefined. */
async function coreCodes(input: string, options: object): Promise<number[] | undefined> {
  try {
    await verifyToken04(input, options as Parameters<typeof verifyToken04>[1]);
    return undefined;
  } catch (error) {
    if (error instanceof Token04Error) return error.clientCodes ?? [];
    throw error;
  }
}

const known = Object.entries(cases).flatMap(([id, each]) => each.map((one) => ({ id, one })));

it.each(known)('$id, $one.title: the codes are those of verifyToken04', async ({ id, one }) => {
  const { appId, userId, now, clockToleranceInSeconds, service } = optionsOf(one);
  const verifying = Object.fromEntries(
    Object.entries({ appId, userId, now, clockToleranceInSeconds }).filter(
      ([, v]) => v !== undefined,
    ),
  );
  const codes = await coreCodes(one.input.split('#')[0] ?? '', {
    serverSecret: SECRET,
    ...verifying,
    ...(service === 'zim' && { service }),
  });
  if (codes === undefined) return;
  const { findings } = await diagnose(one.input, optionsOf(one));
  const [first] = findings.filter((each) => each.clientCodes.length > 0);
  if (OF_THEIR_OWN.includes(id)) return;
  // Behind 04 is JSON without a single field of token04's: the first that is missing is app_id.
  const isOtherJson = one.title === 'other JSON';
  expect(first?.clientCodes).toEqual(isOtherJson ? CLIENT_CODES.decryption : codes);
});

// The core sees a text; the client was given nothing, or no token was ever meant.
const OF_THEIR_OWN = ['empty', 'not-set', 'client-code'];
