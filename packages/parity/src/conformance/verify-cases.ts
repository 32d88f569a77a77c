import {
  loadInvalidVectors,
  loadOddVectors,
  type Mode,
  type VerifyPolicy,
} from '@token04/fixtures';
import { type Case, type CaseHead, must, single } from './case.ts';
import { accepted } from './claims.ts';
import type { Description, VerifyOption } from './description.ts';
import { type Expectation, type FailureClass, failure } from './expectation.ts';
import { MAX_PORTABLE_TTL } from './limits.ts';
import { CLAIMS, CTIME, EXPIRE, ORDINARY, OTHER_SECRET, otherThan, seal } from './tokens.ts';
import {
  oddHead,
  officialTokens,
  orRefused,
  type Readable,
  refusedAs,
  sectionOf,
} from './vectors.ts';

/** Clock, expiry, and what the token is demanded to be, in each mode; and all vectors. */
export function* verifyCases(description: Description): Generator<Case> {
  for (const mode of description.verify) {
    const accept = (name: string, policy: VerifyPolicy, claims = CLAIMS): Case =>
      verifyCase(inMode(mode, name), { token: seal(mode, claims), ...policy }, accepted(claims));
    const refuse = (
      name: string,
      expected: FailureClass,
      policy: VerifyPolicy,
      token = seal(mode, CLAIMS),
    ): Case => verifyCase(inMode(mode, name), { token, ...policy }, failure(expected));

    yield accept('just-made', { now: CTIME });
    yield accept('made-in-the-future', { now: CTIME - 3600 });
    yield accept('the-last-second', { now: EXPIRE - 1 });
    yield accept('the-last-millisecond', { now: EXPIRE - 0.001 });
    yield refuse('the-first-second-after', 'Expired', { now: EXPIRE });
    yield refuse('the-first-millisecond-after', 'Expired', { now: EXPIRE + 0.001 });
    yield refuse('long-expired', 'Expired', { now: EXPIRE * 2 });

    yield accept('app-and-user', { now: CTIME, appId: CLAIMS.appId, userId: CLAIMS.userId });
    yield refuse('another-app', 'Mismatch', { now: CTIME, appId: CLAIMS.appId + 1 });
    yield accept('its-mode', { now: CTIME, modes: [mode] });
    yield accept('both-modes', { now: CTIME, modes: ['cbc', 'gcm'] });
    yield accept('both-modes-in-the-other-order', { now: CTIME, modes: ['gcm', 'cbc'] });
    yield accept('its-mode-twice', { now: CTIME, modes: [mode, mode] });
    const other = otherThan(mode);
    yield refuse('another-mode', 'Mismatch', { now: CTIME, modes: [other] });
    yield refuse('another-mode-twice', 'Mismatch', { now: CTIME, modes: [other, other] });

    const now = { now: CTIME };
    yield verifyCase(
      inMode(mode, 'another-secret'),
      { token: seal(mode, CLAIMS), serverSecret: OTHER_SECRET, ...now },
      failure('Decryption'),
    );
    yield refuse('an-empty-user', 'Claims', now, seal(mode, { ...CLAIMS, userId: '' }));
    yield refuse('expire-is-ctime', 'Claims', now, seal(mode, { ...CLAIMS, expire: CTIME }));
    const rewritten = seal(mode, CLAIMS, { expire: EXPIRE + 86_400 });
    yield refuse('another-expire-outside', 'Claims', now, rewritten);
    yield refuse('expired-but-not-outside', 'Claims', { now: EXPIRE }, rewritten);
    yield* clockCases(mode);
  }
  yield* vectorCases(description);
}

/** Times at the ends of their ranges: a 0 is not taken for absent, and nothing is cut. */
function* clockCases(mode: Mode): Generator<Case> {
  const at = (name: string, now: number, ctime: number, expire: number): Case[] => {
    const claims = { ...CLAIMS, ctime, expire };
    const fields = { token: seal(mode, claims), now };
    const good = now < expire;
    return [verifyCase(inMode(mode, name), fields, good ? accepted(claims) : failure('Expired'))];
  };
  const largest = Number.MAX_SAFE_INTEGER;
  yield* at('now-0', 0, -3600, 3600);
  yield* at('now-0-of-a-token-that-ends-with-1', 0, -1, 1);
  yield* at('now-a-half', 0.5, -1, 1);
  yield* at('now-0-expired', 0, -2, -1);
  yield* at('now-0-at-its-end', 0, -1, 0);
  yield* at('now-with-a-fraction', CTIME + 0.75, CTIME, CTIME + 1);
  yield* at('past-int32', 2_147_483_700, CTIME, 2_147_483_701);
  yield* at('past-int32-expired', 2_147_483_700, CTIME, 2_147_483_700);
  yield* at('past-uint32', 4_294_967_300, CTIME, 4_294_967_301);
  yield* at('past-uint32-expired', 4_294_967_301, CTIME, 4_294_967_301);
  yield* at('the-largest-expire', CTIME, CTIME, largest);
  yield* at('the-last-second-of-the-largest-expire', largest - 1, CTIME, largest);
  yield* at('the-largest-expire-expired', largest, CTIME, largest);
  const tenYears = MAX_PORTABLE_TTL;
  yield* at('ctime-ten-years-ahead', CTIME, CTIME + tenYears, CTIME + tenYears + 3600);
  yield* at('ctime-just-before-the-largest-expire', CTIME, largest - 1, largest);
  yield* at('ctime-before-1970', CTIME, -largest, EXPIRE);
  yield* at('a-lifetime-of-a-second', CTIME, CTIME, CTIME + 1);
  yield* at('a-lifetime-of-a-second-over', CTIME + 1, CTIME, CTIME + 1);
  for (const lifetime of [tenYears - 1, tenYears, tenYears + 1, 2 ** 31, 2 ** 32]) {
    yield* at(`a-lifetime-of-${lifetime}`, CTIME, CTIME, CTIME + lifetime);
    yield* at(`the-last-second-of-${lifetime}`, CTIME + lifetime - 1, CTIME, CTIME + lifetime);
  }
  yield* at('in-milliseconds', CTIME, CTIME, EXPIRE * 1000);
}

/** What decode reads, verify accepts, unless it names nobody or has no lifetime. */
function* vectorCases({ verify, options = [] }: Description): Generator<Case> {
  for (const [id, readable] of officialTokens()) {
    if (!verify.includes(readable.mode)) continue;
    const head = must(`verify/official/${id}`, 'specification 6.1');
    yield verifyCase(head, whileGood(readable), judged(readable));
  }
  for (const vector of loadOddVectors()) {
    if (!verify.includes(vector.mode)) continue;
    const head = oddHead('verify/odd', vector);
    yield verifyCase(head, whileGood(vector), orRefused(judged(vector), vector));
  }
  for (const vector of loadInvalidVectors()) {
    if (!verify.includes(vector.mode)) continue;
    const policy = vector.op === 'verify' ? vector.options : { now: 0 };
    if (!optionsOf(policy).every((option) => options.includes(option))) continue;
    const { id, token, serverSecret } = vector;
    const head = must(`verify/invalid/${id}`, sectionOf(id));
    yield verifyCase(head, { token, serverSecret, ...policy }, refusedAs(vector));
  }
}

function whileGood({ token, serverSecret, claims }: Readable): VerifyFields {
  return { token, serverSecret, now: claims.expire - 0.5, appId: claims.appId };
}

function judged({ claims }: Readable): Expectation {
  const isGood = claims.userId !== '' && claims.expire > claims.ctime;
  return isGood ? accepted(claims) : failure('Claims');
}

function optionsOf(policy: VerifyPolicy): VerifyOption[] {
  return (['clockToleranceInSeconds', 'service'] as const).filter((name) => name in policy);
}

/** The fields of a request; `serverSecret` is the ordinary one unless it is given. */
export interface VerifyFields {
  readonly token: string;
  readonly serverSecret?: string | readonly string[];
  readonly now: number;
  readonly [name: string]: unknown;
}

export function verifyCase(head: CaseHead, fields: VerifyFields, expectation: Expectation): Case {
  return single(
    head,
    { op: 'verify', fields: { serverSecret: ORDINARY.secret, ...fields } },
    expectation,
  );
}

export function inMode(mode: Mode, name: string): CaseHead {
  return must(`verify/${mode}/${name}`, 'specification 6.1');
}
