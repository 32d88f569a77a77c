import { randomBytes } from 'node:crypto';
import type { Input, Mode } from '@token04/fixtures';
import { type Case, must, type Request } from './case.ts';
import type { Description } from './description.ts';
import type { Clock } from './expectation.ts';
import { Fault } from './fault.ts';
import { withEarlierParts } from './freshness-checks.ts';
import { ivOfToken } from './iv-of-token.ts';
import { checkMade, type Order, requestFields } from './made-token.ts';
import {
  CLAIMS,
  CTIME,
  IV_BYTES,
  ORDINARY,
  OTHER_SECRET,
  SIMILAR_SECRETS,
  seal,
} from './tokens.ts';

const { secret: SECRET } = ORDINARY;

/** What a writer might tell from the rest. */
const INPUTS: readonly Partial<Input>[] = [
  {},
  { userId: 'root' },
  { userId: 'u'.repeat(64) },
  { userId: '\u{1f600}' },
  { appId: 7 },
  ...SIMILAR_SECRETS.slice(1).map((secret) => ({ secret })),
  { effectiveTimeInSeconds: 60 },
  { payload: '{"room_id":"demo"}' },
  { payload: 'p'.repeat(5000) },
  { payload: 'p'.repeat(20_000) },
];
const BAD_INPUTS: readonly Partial<Input>[] = [
  { appId: 0 },
  { userId: '' },
  { secret: '' },
  { payload: 'p'.repeat(70_000) },
];

/** A request; with an order where a token of it must come. */
interface Step extends Request {
  /** What it is, for people. */
  readonly what: string;
  readonly order?: Order;
}

/**
 * Each kind of request after each: of both modes, by several secrets, with refusals and the tokens of
 * others between. What is kept of one, such as its IV or its key, shows in the next.
 */
export function* mixedRunCase(description: Description): Generator<Case> {
  if (description.generate.length === 0) return;
  const { steps, foreignIvs } = mixedSteps(description);
  yield {
    ...must('freshness/mixed', 'specification 3'),
    alone: true,
    requests: steps.slice(0, 2),
    expects: `tokens as they were asked for, no part of an IV twice, in ${steps.length} requests of which each kind follows each`,
    async run({ ask }) {
      const made = steps.map(async ({ op, fields, order }, index) => {
        const before = Date.now();
        const { ok } = await ask(op, fields);
        if (order === undefined) return [];
        const clock = { before, after: Date.now() };
        return [{ index, iv: ivOfGood(ok?.['token'], order, clock, placeOf(steps, index)) }];
      });
      const tokens = (await Promise.all(made)).flat();
      const ivs = [...foreignIvs, ...tokens.map(({ iv }) => iv)];
      const [repeat] = withEarlierParts(ivs);
      if (repeat === undefined) return;
      const index = tokens[repeat - foreignIvs.length]?.index ?? 0;
      throw new Fault(`an IV holds parts of an earlier one: ${placeOf(steps, index)}`);
    },
  };
}

function placeOf(steps: readonly Step[], index: number): string {
  const before = index === 0 ? '' : ` after ${steps[index - 1]?.what}`;
  return `${steps[index]?.what}${before}`;
}

function ivOfGood(token: unknown, order: Order, clock: Clock, place: string): Uint8Array {
  // What is refused here is made where nothing is asked before it.
  if (token === undefined) throw new Fault(`refused it: ${place}`);
  try {
    checkMade(token, order, clock);
  } catch (error) {
    throw error instanceof Fault ? new Fault(`${error.message}: ${place}`) : error;
  }
  return ivOfToken(token, order.mode);
}

/** The requests in their order, and the IVs of the tokens that are not the testee's. */
export function mixedSteps(description: Description): { steps: Step[]; foreignIvs: Uint8Array[] } {
  const { generate, decode, verify, dialect } = description;
  const make = (what: string, inputs: readonly Partial<Input>[]): (Step & { order: Order })[] =>
    generate.flatMap((mode) =>
      inputs.map((change) => {
        const input = { ...ORDINARY, ...change };
        const order: Order = { mode, dialect, controls: {}, input };
        const [name = 'the usual'] = Object.keys(change);
        const fields = requestFields(order);
        return { op: 'generate', fields, order, what: `${what} in ${mode} (${name})` };
      }),
    );
  const making = make('a token', INPUTS);
  const refused = make('a refusal', BAD_INPUTS).map(({ order: _, ...step }): Step => step);

  const foreignIvs: Uint8Array[] = [];
  const read = (op: 'decode' | 'verify', mode: Mode, fields: Request['fields']): Step => {
    const iv = randomBytes(IV_BYTES[mode]);
    foreignIvs.push(iv);
    const token = seal(mode, CLAIMS, { iv });
    const what = `${op} of another's token in ${mode}`;
    return { op, fields: { token, serverSecret: SECRET, ...fields }, what };
  };
  const others = [
    ...refused,
    ...decode.map((mode) => read('decode', mode, {})),
    ...decode.map((mode) => read('decode', mode, { serverSecret: OTHER_SECRET })),
    ...verify.map((mode) => read('verify', mode, { now: CTIME })),
  ];
  const steps = [...making, ...others].flatMap((one) => making.flatMap((next) => [one, next]));
  return { steps, foreignIvs };
}
