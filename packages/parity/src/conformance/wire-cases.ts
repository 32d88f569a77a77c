import type { Mode } from '@token04/fixtures';
import { type Case, must, type Request, single } from './case.ts';
import { accepted } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, ok, refusal } from './expectation.ts';
import { checkMade, type Order, requestFields } from './made-token.ts';
import { CLAIMS, CTIME, ORDINARY, seal } from './tokens.ts';

/** What a line can hold: large ids, long texts, ops and fields that there are not. */
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
  for (const mode of description.decode) yield* readingCases('decode', mode);
  for (const mode of description.verify) yield* readingCases('verify', mode);
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
  const { generate, decode, verify } = description;
  const serverSecret = ORDINARY.secret;
  const read = ok('accepted', ({ claims }) => accepted(CLAIMS).judge({ ok: { claims } }));
  const [decodeMode] = decode;
  if (decodeMode !== undefined) {
    const fields = { token: seal(decodeMode, CLAIMS), serverSecret };
    return [{ op: 'decode', fields }, read];
  }
  const [verifyMode] = verify;
  if (verifyMode !== undefined) {
    const fields = { token: seal(verifyMode, CLAIMS), serverSecret, now: CTIME };
    return [{ op: 'verify', fields }, read];
  }
  const [mode] = generate;
  if (mode === undefined) return undefined;
  const order: Order = { mode, input: ORDINARY, dialect: null, controls: {} };
  const made = ok('a token of it', ({ token }) =>
    checkMade(token, order, { before: Date.now() - 10_000, after: Date.now() }),
  );
  return [{ op: 'generate', fields: requestFields(order) }, made];
}

function* readingCases(op: 'decode' | 'verify', mode: Mode): Generator<Case> {
  const fields = {
    token: seal(mode, CLAIMS),
    serverSecret: ORDINARY.secret,
    ...(op === 'verify' && { now: CTIME }),
  };
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
  yield ask('a-lone-surrogate-in-the-token', { token: `${fields.token}\ud800` }, refusal);
  yield ask('line-separators-in-the-token', { token: `${fields.token}\u2028\u0085` }, refusal);
}
