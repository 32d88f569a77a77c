import type { Mode } from '@token04/fixtures';
import type { Case } from './case.ts';
import type { Description } from './description.ts';
import { failure } from './expectation.ts';
import { CLAIMS, CTIME, EXPIRE, OTHER_SECRET, otherThan, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

/** Which failure it is when two are true (docs/specification.md, 6.1). */
export function* orderCases({ verify }: Description): Generator<Case> {
  for (const mode of verify) {
    const faults = faultsOf(mode);
    for (const [at, earlier] of faults.entries()) {
      for (const later of faults.slice(at + 1)) {
        if (earlier.token !== undefined && later.token !== undefined) continue;
        const fields = {
          token: seal(mode, CLAIMS),
          now: CTIME,
          ...later.fields,
          ...earlier.fields,
          ...(later.token ?? earlier.token),
        };
        const head = inMode(mode, `order/${earlier.name}-before-${later.name}`);
        yield verifyCase(head, fields, failure(earlier.expected));
      }
    }
    yield* tokenFaultCases(mode);
  }
}

interface OrderedFault {
  readonly name: string;
  readonly expected: 'Malformed' | 'Decryption' | 'Claims' | 'Mismatch' | 'Expired';
  /** What is demanded, by a request. */
  readonly fields?: { readonly [name: string]: unknown };
  /** What is wrong with the token itself; one at a time. */
  readonly token?: { readonly token: string };
}

/** In the order in which they are looked for. */
function faultsOf(mode: Mode): OrderedFault[] {
  const good = seal(mode, CLAIMS);
  return [
    { name: 'malformed', expected: 'Malformed', token: { token: good.slice(0, -4) } },
    { name: 'mode', expected: 'Mismatch', fields: { modes: [otherThan(mode)] } },
    { name: 'secret', expected: 'Decryption', fields: { serverSecret: OTHER_SECRET } },
    {
      name: 'outer-expire',
      expected: 'Claims',
      token: { token: seal(mode, CLAIMS, { expire: EXPIRE + 86_400 }) },
    },
    {
      name: 'a-type',
      expected: 'Claims',
      token: { token: seal(mode, '{"app_id":"7"}') },
    },
    {
      name: 'nobody',
      expected: 'Claims',
      token: { token: seal(mode, { ...CLAIMS, userId: '' }) },
    },
    {
      name: 'no-lifetime',
      expected: 'Claims',
      token: { token: seal(mode, { ...CLAIMS, ctime: EXPIRE }) },
    },
    { name: 'app', expected: 'Mismatch', fields: { appId: CLAIMS.appId + 1 } },
    { name: 'user', expected: 'Mismatch', fields: { userId: 'root' } },
    { name: 'expiry', expected: 'Expired', fields: { now: EXPIRE + 86_400 } },
  ];
}

/** Two faults of the token itself. */
function* tokenFaultCases(mode: Mode): Generator<Case> {
  const now = CTIME;
  const twice: readonly (readonly [string, OrderedFault['expected'], string])[] = [
    ['nobody-and-outer-expire', 'Claims', seal(mode, { ...CLAIMS, userId: '' }, { expire: 1 })],
    ['text-and-outer-expire', 'Decryption', seal(mode, 'no JSON', { expire: 1 })],
    ['list-and-outer-expire', 'Claims', seal(mode, '[]', { expire: 1 })],
    ['nobody-and-expired', 'Claims', seal(mode, { ...CLAIMS, userId: '', ctime: 0, expire: 1 })],
    ['no-lifetime-and-expired', 'Claims', seal(mode, { ...CLAIMS, ctime: 1, expire: 1 })],
  ];
  for (const [name, expected, token] of twice) {
    yield verifyCase(inMode(mode, `order/${name}`), { token, now }, failure(expected));
  }
}
