import type { Token04Claims } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import { loadInvalidVectors, type Mode, type VerifyPolicy } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Case, expectError, expectOk, type FailureClass, failureClass } from './case.ts';
import { expectClaims } from './claims.ts';
import type { Description, VerifyOption } from './description.ts';
import { chosenIv, ORDINARY } from './generate-cases.ts';

const CTIME = 1_700_000_000;
const EXPIRE = CTIME + 3600;
const CLAIMS: Token04Claims = {
  appId: 7,
  userId: 'Z\u00fcrich',
  ctime: CTIME,
  expire: EXPIRE,
  nonce: 1,
  payload: '',
};
const OTHER_SECRET = 'fa94dd0f974cf2e293728a526b028272';

/** Clock, expiry, and what the token is demanded to be, in each mode; and the invalid vectors. */
export function* verifyCases(description: Description): Generator<Case> {
  for (const mode of description.verify) {
    const accept = (name: string, policy: VerifyPolicy, claims = CLAIMS): Case =>
      acceptCase(`verify/${mode}/${name}`, mode, claims, policy);
    const refuse = (
      name: string,
      expected: FailureClass,
      policy: VerifyPolicy,
      token = seal(mode, CLAIMS),
      serverSecret = ORDINARY.secret,
    ): Case => refuseCase(`verify/${mode}/${name}`, token, serverSecret, policy, expected);

    yield accept('just-made', { now: CTIME });
    yield accept('made-in-the-future', { now: CTIME - 3600 });
    yield accept('the-last-second', { now: EXPIRE - 1 });
    yield accept('the-last-millisecond', { now: EXPIRE - 0.001 });
    yield refuse('the-first-second-after', 'Expired', { now: EXPIRE });
    yield refuse('long-expired', 'Expired', { now: EXPIRE * 2 });
    yield accept('past-uint32', { now: 4_294_967_300 }, { ...CLAIMS, expire: 4_294_967_301 });

    yield accept('app-and-user', { now: CTIME, appId: CLAIMS.appId, userId: CLAIMS.userId });
    yield refuse('another-app', 'Mismatch', { now: CTIME, appId: CLAIMS.appId + 1 });
    const otherUsers = {
      'another-user': 'demo',
      'a-user-in-another-case': 'z\u00fcrich',
      'a-user-in-another-normal-form': 'Zu\u0308rich',
      'a-user-with-a-blank': 'Z\u00fcrich ',
      'the-start-of-the-user': 'Z\u00fcric',
    };
    for (const [name, userId] of Object.entries(otherUsers)) {
      yield refuse(name, 'Mismatch', { now: CTIME, userId });
    }
    yield accept('its-mode', { now: CTIME, modes: [mode] });
    yield accept('both-modes', { now: CTIME, modes: ['cbc', 'gcm'] });
    const other = mode === 'cbc' ? 'gcm' : 'cbc';
    yield refuse('another-mode', 'Mismatch', { now: CTIME, modes: [other] });

    const now = { now: CTIME };
    yield refuse('another-secret', 'Decryption', now, seal(mode, CLAIMS), OTHER_SECRET);
    yield refuse('an-empty-user', 'Claims', now, seal(mode, { ...CLAIMS, userId: '' }));
    yield refuse('expire-is-ctime', 'Claims', now, seal(mode, { ...CLAIMS, expire: CTIME }));
    yield refuse('another-expire-outside', 'Claims', now, seal(mode, CLAIMS, EXPIRE + 86_400));
    const longOver = { now: EXPIRE };
    yield refuse(
      'expired-but-not-outside',
      'Claims',
      longOver,
      seal(mode, CLAIMS, EXPIRE + 86_400),
    );
  }
  yield* invalidCases(description);
}

/** A token that cannot be decoded cannot be verified either, at any time. */
function* invalidCases({ verify, options = [] }: Description): Generator<Case> {
  for (const vector of loadInvalidVectors()) {
    if (!verify.includes(vector.mode)) continue;
    const policy = vector.op === 'verify' ? vector.options : { now: 0 };
    if (!optionsOf(policy).every((option) => options.includes(option))) continue;
    const { token, serverSecret } = vector;
    const expected = failureClass(vector.code);
    yield refuseCase(`verify/invalid/${vector.id}`, token, serverSecret, policy, expected);
  }
}

function optionsOf(policy: VerifyPolicy): VerifyOption[] {
  return (['clockToleranceInSeconds', 'service'] as const).filter((name) => name in policy);
}

function acceptCase(id: string, mode: Mode, claims: Token04Claims, policy: VerifyPolicy): Case {
  const token = seal(mode, claims);
  return {
    id,
    async run(ask) {
      const answer = await ask('verify', { token, serverSecret: ORDINARY.secret, ...policy });
      expectClaims(expectOk(answer)['claims'], claims);
    },
  };
}

function refuseCase(
  id: string,
  token: string,
  serverSecret: string,
  policy: VerifyPolicy,
  expected: FailureClass,
): Case {
  return {
    id,
    async run(ask) {
      expectError(await ask('verify', { token, serverSecret, ...policy }), expected);
    },
  };
}

function seal(mode: Mode, claims: Token04Claims, expire = claims.expire): string {
  const iv = Uint8Array.from(Buffer.from(chosenIv(mode, 1), 'hex'));
  const plaintext = dialects.node(claims);
  return sealToken04({ plaintext, expire, serverSecret: ORDINARY.secret, mode, iv });
}
