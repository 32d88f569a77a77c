import { firstDifference } from '../first-difference.ts';
import { Fault } from './fault.ts';

/** @throws Fault that says what differs, and nothing of how. */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Fault(`${what} differs`);
}

/** As {@link expectEqual}, for numbers, which are no secret. */
export function expectNumber(what: string, actual: unknown, expected: number): void {
  if (actual === expected) return;
  const got = typeof actual === 'number' ? String(actual) : `a ${typeof actual}`;
  throw new Fault(`${what} is ${got}, expected ${expected}`);
}

/** Says where two texts part, and nothing of what they say. */
export function expectText(what: string, actual: unknown, expected: string): void {
  if (actual === expected) return;
  if (typeof actual !== 'string') throw new Fault(`${what} is not a string`);
  throw new Fault(`${what} differs from character ${firstDifference(actual, expected)} on`);
}
