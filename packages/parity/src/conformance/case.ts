import type { Answer } from '../testee.ts';
import type { Expectation } from './expectation.ts';

/** What is sent with an op. A bigint is written as a number that no double holds. */
export type Fields = { readonly [name: string]: unknown };

/** Sends one request to the testee and waits for its answer. */
export type Ask = (op: string, fields?: Fields, id?: number) => Promise<Answer>;

/** Variables of a process's environment. */
export type Environment = { readonly [name: string]: string };

/** What a case can do with the testee. */
export interface Asker {
  readonly ask: Ask;
  /**
   * Starts so many more processes of the testee at once; they are ended with the case.
   *
   * @param env what their environment has beside ours
   */
  startMore(count: number, env?: Environment): Ask[];
  /** Ends the testee's process and starts a new one, as `ask` would find it after a deployment. */
  restart(): Promise<void>;
}

/** `MUST`: one answer is right. `MAY`: several are, those that the case names, and no other. */
export type Level = 'MUST' | 'MAY';

export interface Request {
  readonly op: string;
  readonly fields: Fields;
  /** Given only by a case that tries ids. */
  readonly id?: number;
}

/** What is said of a case beside what it does. */
export interface CaseHead {
  /** Area, and name within it, such as `'generate/cbc/edge/ttl-0'`. Unique within a run. */
  readonly id: string;
  readonly level: Level;
  /** Where it is specified: `'specification 2.1'`, `'protocol 1'`. */
  readonly section: string;
}

export function must(id: string, section: string): CaseHead {
  return { id, level: 'MUST', section };
}

/** One thing that is asked of a testee, and what is expected of the answer. */
export interface Case extends CaseHead {
  /** Where there are too many such cases to name each of them in a report. */
  readonly random?: true;
  /** Nothing else is asked meanwhile, because it looks at time or at what one request leaves behind. */
  readonly alone?: true;
  /** What it sends; only the first requests where the rest depends on answers or is very long. */
  readonly requests: readonly Request[];
  /** For people: what the answer must be. */
  readonly expects: string;
  /**
   * Resolves where the testee did as it should.
   *
   * @throws Fault or Unsupported where it did not (as a rejection).
   */
  run(asker: Asker): Promise<void>;
}

/** A case of one request. */
export function single(
  head: CaseHead & { readonly random?: true },
  request: Request,
  expectation: Expectation,
): Case {
  return {
    ...head,
    requests: [request],
    expects: expectation.words,
    async run({ ask }) {
      await askAndJudge(ask, request, expectation);
    },
  };
}

/** A case of several requests, one after the other, each with what is expected of its answer. */
export function sequence(
  head: CaseHead,
  steps: readonly (readonly [Request, Expectation])[],
): Case {
  return {
    ...head,
    alone: true,
    requests: steps.map(([request]) => request),
    expects: steps.map(([, { words }], index) => `${index + 1}. ${words}`).join('; '),
    async run({ ask }) {
      for (const [request, expectation] of steps) await askAndJudge(ask, request, expectation);
    },
  };
}

/** Sends a request, and returns the answer if it is as expected. */
export async function askAndJudge(
  ask: Ask,
  { op, fields, id }: Request,
  { judge }: Expectation,
): Promise<Answer> {
  // Before the request, since a slow machine takes seconds from here to the answer.
  const before = Date.now();
  const answer = await ask(op, fields, id);
  judge(answer, { before, after: Date.now() });
  return answer;
}
