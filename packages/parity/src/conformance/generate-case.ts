import type { Input } from '@token04/fixtures';
import { type Case, type CaseHead, single } from './case.ts';
import { type Expectation, refusal } from './expectation.ts';
import { Unsupported } from './fault.ts';
import { MAX_APP_ID, MAX_PORTABLE_TTL, MAX_PORTABLE_USER_ID, SECRET_BYTES } from './limits.ts';
import { made, type Order, requestFields } from './made-token.ts';

/** What a generator must do with an input; `'either'` where the official ones are not of one mind. */
export type Outcome = 'accept' | 'reject' | 'either';

/** By the specification, 4. */
export function outcomeFor(input: Input): Outcome {
  const { appId, userId, secret, effectiveTimeInSeconds } = input;
  if (appId < 1 || appId > MAX_APP_ID) return 'reject';
  if (userId === '' || Buffer.byteLength(secret) !== SECRET_BYTES) return 'reject';
  if (effectiveTimeInSeconds < 1) return 'reject';
  if (userId.length > MAX_PORTABLE_USER_ID) return 'either';
  return effectiveTimeInSeconds > MAX_PORTABLE_TTL ? 'either' : 'accept';
}

const WORDS: { readonly [outcome in Outcome]: string } = {
  accept: 'a token of it, in canonical form',
  reject: refusal.words,
  either: `a token of it, in canonical form, or ${refusal.words}`,
};

/** A case of one token that is asked for, and its outcome. */
export function generateCase(
  head: CaseHead & { readonly random?: true },
  order: Order,
  outcome: Outcome = outcomeFor(order.input),
): Case {
  const request = { op: 'generate', fields: requestFields(order) };
  const level = outcome === 'either' ? 'MAY' : head.level;
  return single({ ...head, level }, request, expectationOf(outcome, order));
}

function expectationOf(outcome: Outcome, order: Order): Expectation {
  return {
    words: WORDS[outcome],
    judge(answer, clock) {
      if (answer.unsupported !== undefined) throw new Unsupported();
      if (outcome === 'reject') return refusal.judge(answer, clock);
      if (outcome === 'either' && answer.error !== undefined) return;
      made(order).judge(answer, clock);
    },
  };
}
