import type { Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Case, type Request, sequence } from './case.ts';
import { accepted } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, ok, refusal } from './expectation.ts';
import { stateHead } from './state-cases.ts';
import { CLAIMS, CTIME, ORDINARY, seal } from './tokens.ts';

/** What a token or a request lacks is not what the one before had. */
export function* absentCases({ decode, verify }: Description): Generator<Case> {
  for (const mode of decode) yield* casesOf('decode', mode);
  for (const mode of verify) yield* casesOf('verify', mode);
}

function* casesOf(op: 'decode' | 'verify', mode: Mode): Generator<Case> {
  const claims = { ...CLAIMS, userId: 'the one before', payload: 'of the one before' };
  const request = (text: string, without?: string): Request => {
    const token = seal(mode, text);
    const all = { token, serverSecret: ORDINARY.secret, ...(op === 'verify' && { now: CTIME }) };
    return {
      op,
      fields: Object.fromEntries(Object.entries(all).filter(([name]) => name !== without)),
    };
  };
  const read = (expected: typeof claims): Expectation =>
    ok('read, with its claims', (answer) =>
      accepted(expected).judge({ ok: { claims: answer['claims'] } }),
    );
  const plaintext = dialects.node(claims);
  const good = [request(plaintext), read(claims)] as const;
  const members = plaintext.slice(1, -1).split(/,(?="[a-z_]+":)/);
  for (const member of members) {
    const name = member.slice(1, member.indexOf('":'));
    const rest = `{${members.filter((each) => each !== member).join(',')}}`;
    const expected = name === 'payload' ? read({ ...claims, payload: '' }) : failure('Claims');
    const id = `${op}-${mode}/absent-${name.replace('_', '-')}`;
    yield sequence(stateHead(id), [good, [request(rest), expected], good]);
  }
  const nulled = plaintext.replace(/"payload":".*"/, '"payload":null');
  const none = [request(nulled), read({ ...claims, payload: '' })] as const;
  yield sequence(stateHead(`${op}-${mode}/null-payload`), [good, none, good]);
  for (const name of ['token', 'serverSecret']) {
    const lacking = [request(plaintext, name), refusal] as const;
    yield sequence(stateHead(`${op}-${mode}/without-${name}`), [good, lacking, good]);
  }
}
