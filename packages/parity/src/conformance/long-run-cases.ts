import type { Mode } from '@token04/fixtures';
import { type Ask, type Case, type Fields, must } from './case.ts';
import { expectOk } from './expectation.ts';
import { checkParts } from './freshness-checks.ts';
import { ivOfToken } from './iv-of-token.ts';
import { MAX_PORTABLE_TTL } from './limits.ts';
import { type Order, requestFields } from './made-token.ts';

/** By one process: 196,608 bytes of IVs in GCM, three times a pool of 64 KiB. */
export const TOKENS_OF_A_LONG_RUN = 16_384;
/** How long the tokens are good that are asked for again and again, in seconds. */
const DURATIONS = [
  1,
  60,
  300,
  3600,
  86_400,
  86_401,
  604_800,
  2_592_000,
  31_536_000,
  MAX_PORTABLE_TTL,
];
/** How often each of them is asked for: a kept token might be given only a few times. */
const TIMES_ASKED = 5;
/** For three inputs. */
export const TOKENS_OF_THE_SAME: number = 3 * DURATIONS.length * TIMES_ASKED;

/** So many tokens use up random bytes that were drawn ahead, as some do to save calls. */
export function longRunCase(order: Order): Case {
  const fields = requestFields(order);
  return {
    ...must(`freshness/${order.mode}/a-long-run`, 'specification 3'),
    alone: true,
    requests: [{ op: 'generate', fields }],
    expects: `no part of an IV twice, in ${TOKENS_OF_A_LONG_RUN} tokens of one process`,
    async run({ ask }) {
      const ivs = await drawIvs(ask, Array(TOKENS_OF_A_LONG_RUN).fill(fields));
      checkParts(ivs);
    },
  };
}

/** A token that is kept and given again to the next who asks for the same has the same IV. */
export function sameArgumentsCase(order: Order): Case {
  const inputs = [
    order.input,
    { ...order.input, userId: 'root' },
    { ...order.input, payload: '{"room_id":"demo"}' },
  ].flatMap((input) =>
    DURATIONS.map((effectiveTimeInSeconds) => ({ ...input, effectiveTimeInSeconds })),
  );
  const all = inputs.map((input) => requestFields({ ...order, input }));
  return {
    ...must(`freshness/${order.mode}/same-arguments`, 'specification 3'),
    alone: true,
    requests: all.map((fields) => ({ op: 'generate', fields })),
    expects: `another IV each of ${TIMES_ASKED} times that the same is asked for, of each duration`,
    async run({ ask }) {
      const inARow = all.flatMap((fields) => Array<Fields>(TIMES_ASKED - 2).fill(fields));
      const ivs = await drawIvs(ask, [...inARow, ...all, ...all]);
      checkParts(ivs);
    },
  };
}

/** The IVs alone, as they stand in the frame: that the tokens are right is seen by other cases. */
async function drawIvs(ask: Ask, requested: readonly Fields[]): Promise<Uint8Array[]> {
  const answers = await Promise.all(requested.map((fields) => ask('generate', fields)));
  return answers.map((answer, index) =>
    ivOfToken(expectOk(answer)['token'], requested[index]?.['mode'] as Mode),
  );
}
