import type { Mode } from '@token04/fixtures';
import type { Case } from './case.ts';
import { combinationCases } from './combination-cases.ts';
import type { Description } from './description.ts';
import { refusal } from './expectation.ts';
import { appCases, userCases } from './identity-cases.ts';
import { rotationCases } from './rotation-cases.ts';
import { CLAIMS, CTIME, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

const now = CTIME;

/** Demands that nothing can meet, users that look alike, and every demand with every other one. */
export function* demandCases(description: Description): Generator<Case> {
  for (const mode of description.verify) {
    yield* impossibleCases(mode);
    yield* userCases(mode);
    yield* appCases(mode);
    yield* combinationCases(mode, description);
    yield* rotationCases(mode, description);
  }
}

/** Refused whatever the token says: a demand that is falsy is no permission. */
function* impossibleCases(mode: Mode): Generator<Case> {
  const token = seal(mode, CLAIMS);
  const half = '\ud800';
  const impossible: { readonly [name: string]: { readonly [field: string]: unknown } } = {
    'user-empty': { userId: '' },
    'user-a-lone-surrogate': { userId: half },
    'app-0': { appId: 0 },
    'app-minus-one': { appId: -1 },
    'app-minus-its-own': { appId: -CLAIMS.appId },
    'app-2-to-32': { appId: 2 ** 32 },
    'app-2-to-32-and-its-own': { appId: 2 ** 32 + CLAIMS.appId },
    'app-2-to-64-and-its-own': { appId: 2n ** 64n + BigInt(CLAIMS.appId) },
    'modes-none': { modes: [] },
    'modes-unknown': { modes: ['ctr'] },
    'modes-its-own-and-an-unknown': { modes: [mode, 'ctr'] },
    'modes-in-capitals': { modes: [mode.toUpperCase()] },
    'modes-the-empty-text': { modes: [''] },
    'an-unknown-field': { roomId: 'demo' },
    'a-field-in-another-case': { userid: CLAIMS.userId },
  };
  for (const [name, demands] of Object.entries(impossible)) {
    yield verifyCase(inMode(mode, `demand/${name}`), { token, now, ...demands }, refusal);
  }
  const nobody = seal(mode, { ...CLAIMS, userId: '' });
  const fields = { token: nobody, now, userId: '' };
  yield verifyCase(inMode(mode, 'demand/user-empty-of-nobody'), fields, refusal);
}
