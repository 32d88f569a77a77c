import type { Token04Claims } from '@token04/core';
import { expectNumber, expectText, Fault } from './case.ts';

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
