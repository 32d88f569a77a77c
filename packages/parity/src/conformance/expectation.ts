import type { Answer } from '../testee.ts';
import { Fault, Unsupported } from './fault.ts';

/** When a request was sent and when its answer came, in milliseconds since 1970. */
export interface Clock {
  readonly before: number;
  readonly after: number;
}

/** What an answer must be. */
export interface Expectation {
  /** For people. */
  readonly words: string;
  /** @throws Fault or Unsupported where it is not. */
  judge(answer: Answer, clock: Clock): void;
}

export type Ok = NonNullable<Answer['ok']>;

/** What an answer says if it is a good one. */
export function expectOk(answer: Answer): Ok {
  if (answer.unsupported !== undefined) throw new Unsupported();
  if (answer.error !== undefined) throw new Fault(`refused it (${codeOf(answer)})`);
  return answer.ok as Ok;
}

/** Accepted, with what `check` wants to see. */
export function ok(words: string, check: (ok: Ok, clock: Clock) => void): Expectation {
  return { words, judge: (answer, clock) => check(expectOk(answer), clock) };
}

/** Any refusal will do: each language has codes of its own for bad arguments. */
export const refusal: Expectation = {
  words: 'refused, with any code',
  judge(answer) {
    if (answer.ok !== undefined) throw new Fault('accepted what must be refused');
  },
};

/** The classes of failure, for a token that cannot be read or accepted (PROTOCOL.md, 5). */
export type FailureClass = 'Malformed' | 'Decryption' | 'Claims' | 'Expired' | 'Mismatch';

/** A refusal for the right reason, in either spelling of its code. */
export function failure(...classes: readonly FailureClass[]): Expectation {
  const names = classes.join(' or ');
  const codes = classes.flatMap((name) => [name, `ERR_TOKEN04_${name.toUpperCase()}`]);
  return {
    words: `refused as ${names}`,
    judge(answer) {
      if (answer.unsupported !== undefined) throw new Unsupported();
      if (answer.ok !== undefined) throw new Fault(`accepted, expected ${names}`);
      if (!codes.includes(answer.error?.code ?? '')) {
        throw new Fault(`refused as ${codeOf(answer)}, not as ${names}`);
      }
    },
  };
}

/** Any of several answers is right. Of one that is none of them, the first says what is wrong. */
export function either(first: Expectation, ...others: readonly Expectation[]): Expectation {
  return {
    words: [first, ...others].map(({ words }) => words).join(', or '),
    judge(answer, clock) {
      if (others.some((other) => isMet(other, answer, clock))) return;
      first.judge(answer, clock);
    },
  };
}

function isMet({ judge }: Expectation, answer: Answer, clock: Clock): boolean {
  try {
    judge(answer, clock);
    return true;
  } catch (error) {
    if (error instanceof Fault || error instanceof Unsupported) return false;
    throw error;
  }
}

/** The class that a code of `@token04/core` or of a vector names. */
export function failureClass(code: string): FailureClass {
  const name = code.replace('ERR_TOKEN04_', '').toLowerCase();
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}` as FailureClass;
}

/** A code is shown only where it looks like one, because any other text could hold a secret. */
function codeOf({ error }: Answer): string {
  const code = error?.code ?? '';
  return /^[\w.-]{1,60}$/.test(code) ? code : 'an unreadable code';
}
