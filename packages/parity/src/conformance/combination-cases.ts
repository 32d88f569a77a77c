import type { Mode } from '@token04/fixtures';
import type { Case } from './case.ts';
import { accepted } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure } from './expectation.ts';
import { subsets } from './subsets.ts';
import { CLAIMS, CTIME, EXPIRE, OTHER_SECRET, otherThan, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

const now = CTIME;

interface Violation {
  readonly name: string;
  readonly fields: { readonly [name: string]: unknown };
  /** The demand whose place it takes; `''` if it takes none. */
  readonly replaces: string;
  readonly expected: Expectation;
}

/** Each subset of right demands is accepted, and with each of them each violation is refused. */
export function* combinationCases(mode: Mode, { options = [] }: Description): Generator<Case> {
  const token = seal(mode, CLAIMS);
  const met: { readonly [name: string]: unknown } = {
    appId: CLAIMS.appId,
    userId: CLAIMS.userId,
    modes: [mode],
    ...(options.includes('clockToleranceInSeconds') && { clockToleranceInSeconds: 5 }),
    ...(options.includes('service') && { service: 'zim' }),
  };
  const violations: readonly Violation[] = [
    violation('another-app', 'appId', { appId: CLAIMS.appId + 1 }, failure('Mismatch')),
    violation('another-user', 'userId', { userId: 'root' }, failure('Mismatch')),
    violation('another-mode', 'modes', { modes: [otherThan(mode)] }, failure('Mismatch')),
    violation('expired', '', { now: EXPIRE + 5 }, failure('Expired')),
    violation('another-secret', '', { serverSecret: OTHER_SECRET }, failure('Decryption')),
    violation('nobody', '', { token: seal(mode, { ...CLAIMS, userId: '' }) }, failure('Claims')),
    violation(
      'no-lifetime',
      '',
      { token: seal(mode, { ...CLAIMS, ctime: EXPIRE }) },
      failure('Claims'),
    ),
    violation(
      'another-expire-outside',
      '',
      { token: seal(mode, CLAIMS, { expire: EXPIRE + 1 }) },
      failure('Claims'),
    ),
  ];
  for (const names of subsets(Object.keys(met))) {
    const demands = Object.fromEntries(names.map((name) => [name, met[name]]));
    const id = names.length === 0 ? 'nothing' : names.join('-');
    const head = inMode(mode, `with/${id}/accepted`);
    yield verifyCase(head, { token, now, ...demands }, accepted(CLAIMS));
    for (const { name, replaces, fields, expected } of violations) {
      if (names.includes(replaces)) continue;
      const violated = { token, now, ...demands, ...fields };
      yield verifyCase(inMode(mode, `with/${id}/${name}`), violated, expected);
    }
  }
}

function violation(
  name: string,
  replaces: string,
  fields: Violation['fields'],
  expected: Expectation,
): Violation {
  return { name, replaces, fields, expected };
}
