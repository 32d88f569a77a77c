import type { Mode } from '@token04/fixtures';
import { type Case, must, type Request, single } from './case.ts';
import { readBy } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, refusal } from './expectation.ts';
import { made, type Order, requestFields } from './made-token.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { CLAIMS, ORDINARY, seal } from './tokens.ts';

/** What a line can hold: large ids, long texts, unknown ops and fields. */
export function* wireCases(description: Description): Generator<Case> {
  const good = goodRequest(description);
  if (good !== undefined) {
    const [request, expectation] = good;
    for (const id of IDS) {
      yield single(must(`wire/id-${id}`, 'protocol 1'), { ...request, id }, expectation);
    }
  }
  for (const op of ['Generate', 'DECODE', 'verify ', '', 'toString', '__proto__', 'constructor']) {
    const name = op.trim() === op && op !== '' ? op : `${op.trim() || 'empty'}-${op.length}`;
    const head = must(`wire/op-${name}`, 'protocol 1');
    yield single(head, { op, fields: good?.[0].fields ?? {} }, refusal);
  }
  for (const [op, mode] of readingOps(description)) yield* readingCases(op, mode);
}

const IDS: readonly number[] = [
  0,
  255,
  256,
  32_768,
  65_535,
  65_536,
  65_537,
  2 ** 24 + 1,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 32 + 1,
  10 ** 15,
  2 ** 53 - 1,
];

/** A request that is answered well by everyone who can do anything. */
function goodRequest(description: Description): readonly [Request, Expectation] | undefined {
  const [reading] = readingOps(description);
  if (reading !== undefined) {
    const [op, mode] = reading;
    return [readingRequest(op, seal(mode, CLAIMS)), readBy(op, CLAIMS)];
  }
  const [mode] = description.generate;
  if (mode === undefined) return undefined;
  const order: Order = { mode, input: ORDINARY, dialect: null, controls: {} };
  return [{ op: 'generate', fields: requestFields(order) }, made(order)];
}

function* readingCases(op: ReadingOp, mode: Mode): Generator<Case> {
  const token = seal(mode, CLAIMS);
  const { fields } = readingRequest(op, token);
  const ask = (
    name: string,
    changes: { readonly [name: string]: unknown },
    expected: Expectation,
  ): Case =>
    single(
      must(`wire/${op}-${mode}/${name}`, 'protocol 1'),
      { op, fields: { ...fields, ...changes } },
      expected,
    );
  for (const field of ['version', 'mode', 'Token', 'options']) {
    yield ask(`unknown-field-${field}`, { [field]: 1 }, refusal);
  }
  yield ask('a-token-of-a-megabyte', { token: `04${'A'.repeat(1_000_000)}` }, failure('Malformed'));
  yield ask('a-secret-of-a-megabyte', { serverSecret: 'x'.repeat(1_000_000) }, refusal);
  yield ask('a-lone-surrogate-in-the-token', { token: `${token}\ud800` }, refusal);
  yield ask('line-separators-in-the-token', { token: `${token}\u2028\u0085` }, refusal);
}
