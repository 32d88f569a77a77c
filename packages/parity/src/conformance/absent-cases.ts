import type { Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Case, type Request, sequence } from './case.ts';
import { readBy } from './claims.ts';
import type { Description } from './description.ts';
import { failure, refusal } from './expectation.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { stateHead } from './state-head.ts';
import { CLAIMS, EXPIRE, seal } from './tokens.ts';

/** What a token or a request lacks is not taken from the one before. */
export function* absentCases(description: Description): Generator<Case> {
  for (const [op, mode] of readingOps(description)) yield* casesOf(op, mode);
}

function* casesOf(op: ReadingOp, mode: Mode): Generator<Case> {
  const claims = { ...CLAIMS, userId: 'the one before', payload: 'of the one before' };
  const request = (text: string, without?: string): Request => {
    const { fields } = readingRequest(op, seal(mode, text));
    return {
      op,
      fields: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== without)),
    };
  };
  const plaintext = dialects.node(claims);
  const good = [request(plaintext), readBy(op, claims)] as const;
  const members = plaintext.slice(1, -1).split(/,(?="[a-z_]+":)/);
  for (const member of members) {
    const name = member.slice(1, member.indexOf('":'));
    const rest = `{${members.filter((each) => each !== member).join(',')}}`;
    const expected =
      name === 'payload' ? readBy(op, { ...claims, payload: '' }) : failure('Claims');
    const id = `${op}-${mode}/absent-${name.replace('_', '-')}`;
    yield sequence(stateHead(id), [good, [request(rest), expected], good]);
  }
  // A token that is refused late has been read by then.
  const refused = [
    readingRequest(op, seal(mode, claims, { expire: EXPIRE + 1 })),
    failure('Claims'),
  ] as const;
  const withoutPayload = plaintext.replace(/,"payload":".*"/, '');
  const empty = readBy(op, { ...claims, payload: '' });
  yield sequence(stateHead(`${op}-${mode}/absent-payload-after-a-refusal`), [
    refused,
    [request(withoutPayload), empty],
    good,
  ]);
  const nulled = plaintext.replace(/"payload":".*"/, '"payload":null');
  const none = [request(nulled), empty] as const;
  yield sequence(stateHead(`${op}-${mode}/null-payload`), [good, none, good]);
  for (const name of ['token', 'serverSecret']) {
    const lacking = [request(plaintext, name), refusal] as const;
    yield sequence(stateHead(`${op}-${mode}/without-${name}`), [good, lacking, good]);
  }
}
