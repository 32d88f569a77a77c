import type { Answer } from '../testee.ts';

/** Sends one request to the testee and waits for its answer. */
export type Ask = (op: string, fields?: { readonly [name: string]: unknown }) => Promise<Answer>;

/** One thing that is asked of a testee, and what is expected of the answer. */
export interface Case {
  /** Area, and name within it, such as `'generate/cbc/edge/ttl-0'`. Unique within a run. */
  readonly id: string;
  /** Where there are too many such cases to name each of them in a report. */
  readonly random?: true;
  /**
   * Resolves where the testee did as it should.
   *
   * @throws Fault or Unsupported where it did not (as a rejection).
   */
  run(ask: Ask): Promise<void>;
}

/** The testee is at fault. The message holds no text of the testee's but an error's code. */
export class Fault extends Error {}

/** The testee says that it cannot try this. */
export class Unsupported extends Error {
  constructor() {
    super('the testee does not support it');
  }
}

type Ok = NonNullable<Answer['ok']>;

/** What an answer says if it is a good one. */
export function expectOk(answer: Answer): Ok {
  if (answer.unsupported !== undefined) throw new Unsupported();
  if (answer.error !== undefined) throw new Fault(`refused it (${codeOf(answer)})`);
  return answer.ok as Ok;
}

/** Any refusal will do: each language has codes of its own for bad arguments. */
export function expectRefusal(answer: Answer): void {
  if (answer.ok !== undefined) throw new Fault('accepted what must be refused');
}

/** The classes of failure, for a token that cannot be read or accepted (PROTOCOL.md, 5). */
export type FailureClass = 'Malformed' | 'Decryption' | 'Claims' | 'Expired' | 'Mismatch';

/** A refusal for the right reason, in either spelling. */
export function expectError(answer: Answer, expected: FailureClass): void {
  if (answer.unsupported !== undefined) throw new Unsupported();
  if (answer.ok !== undefined) throw new Fault(`accepted, expected ${expected}`);
  const code = answer.error?.code ?? '';
  const spellings = [expected, `ERR_TOKEN04_${expected.toUpperCase()}`];
  if (!spellings.includes(code))
    throw new Fault(`refused as ${codeOf(answer)}, not as ${expected}`);
}

/** The class that a code of `@token04/core` or of a vector names. */
export function failureClass(code: string): FailureClass {
  const name = code.replace('ERR_TOKEN04_', '').toLowerCase();
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}` as FailureClass;
}

/** An error's code is shown where it looks like one; anything else may hold anything. */
function codeOf({ error }: Answer): string {
  const code = error?.code ?? '';
  return /^[\w.-]{1,60}$/.test(code) ? code : 'an unreadable code';
}

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
  let index = 0;
  while (actual[index] === expected[index]) index++;
  throw new Fault(`${what} differs from character ${index} on`);
}
