import type { Token04Claims } from '@token04/core';
import { expectNumber, expectText } from './equal.ts';
import { type Expectation, ok } from './expectation.ts';
import { Fault } from './fault.ts';
import type { ReadingOp } from './reading-ops.ts';

/** Each field, and no field else. */
export function expectClaims(actual: unknown, expected: Token04Claims): void {
  if (typeof actual !== 'object' || actual === null) throw new Fault('claims is not an object');
  const fields = actual as { readonly [name: string]: unknown };
  for (const [name, value] of Object.entries<string | number>({ ...expected })) {
    if (typeof value === 'number') expectNumber(name, fields[name], value);
    else expectText(name, fields[name], value);
  }
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(expected, name)) throw new Fault('claims has a field that is not specified');
  }
}

/** The claims of a good token; what else `decode` answers is not looked at. */
export function readBy(op: ReadingOp, claims: Token04Claims): Expectation {
  const words = op === 'verify' ? 'accepted, with its claims' : 'read, with its claims';
  return ok(words, (answer) => expectClaims(answer['claims'], claims));
}

/** For `verify`: accepted, with these claims. */
export function accepted(claims: Token04Claims): Expectation {
  return readBy('verify', claims);
}
