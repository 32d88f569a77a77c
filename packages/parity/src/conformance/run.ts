import { type Testee, TesteeError } from '../testee.ts';
import { type Case, Fault, Unsupported } from './case.ts';
import { decodeCases } from './decode-cases.ts';
import { type Description, readDescription } from './description.ts';
import { freshnessCases } from './freshness-cases.ts';
import { generateCases } from './generate-cases.ts';
import type { KnownReasons } from './known-list.ts';
import { type RandomOptions, randomCases } from './random-cases.ts';
import { type Counts, type Result, startRecord } from './record.ts';
import { refusalCases } from './refusal-cases.ts';
import { type Session, SessionOver, startSession } from './session.ts';
import { verifyCases } from './verify-cases.ts';

/** What came of a whole run. */
export interface Conformance {
  /** Undefined where the testee did not describe itself. */
  description: Description | undefined;
  random: RandomOptions;
  /** Every case but the random ones that passed. */
  results: Result[];
  counts: Counts;
  /** Random cases that ran, how many of them passed, and how long all of them took. */
  randomRun: { cases: number; passed: number; seconds: number };
  seconds: number;
}

export interface ConformanceOptions extends Partial<RandomOptions> {
  /** None if absent. */
  known?: KnownReasons;
  /** Only the cases whose id starts with this, and `describe`. All if absent. */
  only?: string;
  /** Is told of each case that has ended, and how many there are. */
  onProgress?: (done: number, total: number) => void;
}

/** Enough to keep both sides busy; the requests of one case follow one another. */
const CASES_AT_A_TIME = 64;
/**
 * Puts all cases to a testee (PROTOCOL.md) and judges its answers. A testee that crashes, hangs or
 * breaks the protocol is started again, a few times; each time is a failure with its name.
 *
 * @param start starts the testee
 */
export async function checkConformance(
  start: () => Testee,
  options: ConformanceOptions = {},
): Promise<Conformance> {
  const only = options.only ?? '';
  const random = {
    cases: options.cases ?? 1000,
    seed: options.seed ?? 0,
    shard: options.shard ?? { index: 1, count: 1 },
  };
  const session = startSession(start);
  const began = performance.now();
  const record = startRecord(options.known);
  let randomSeconds = 0;
  let total = 0;
  let done = 0;
  let stopped = false;

  const runAll = async (cases: Iterable<Case>): Promise<void> => {
    const iterator = cases[Symbol.iterator]();
    const worker = async (): Promise<void> => {
      for (let next = iterator.next(); !next.done; next = iterator.next()) {
        const { value } = next;
        const result = await runCase(value, session);
        if (result === undefined) {
          stopped = true;
          return;
        }
        if (value.random) record.addRandom(result);
        else record.add(result);
        options.onProgress?.(++done, total);
      }
    };
    await Promise.all(Array.from({ length: CASES_AT_A_TIME }, worker));
  };

  const described = await describe(session);
  record.add(described.result);
  const { description } = described;
  if (description !== undefined) {
    const fixed = [...select(fixedCases(description), only)];
    total = fixed.length + Math.floor(random.cases / random.shard.count);
    await runAll(fixed);
    const randomBegan = performance.now();
    await runAll(select(randomCases(description, random), only));
    randomSeconds = (performance.now() - randomBegan) / 1000;
    if (stopped) {
      const message = 'the testee failed too often, so the rest was not run';
      record.add({ id: 'process/stopped', verdict: 'fail', message });
    } else if (only === '') {
      for (const id of emptyPromises(description, record.results)) {
        record.add({ id, verdict: 'fail', message: 'is listed, and nothing of it passed' });
      }
    }
  }
  await session.end();
  for (const [index, { reason, message }] of session.strayFailures.entries()) {
    record.add({ id: `process/${index + 1}`, verdict: reason, message });
  }
  record.addMissing(only);

  const { results, counts } = record;
  const randomRun = { ...record.random, seconds: randomSeconds };
  const seconds = (performance.now() - began) / 1000;
  return { description, random, results, counts, randomRun, seconds };
}

function* fixedCases(description: Description): Generator<Case> {
  yield* refusalCases(description);
  yield* generateCases(description);
  yield* freshnessCases(description);
  yield* decodeCases(description);
  yield* verifyCases(description);
}

function* select(cases: Iterable<Case>, start: string): Generator<Case> {
  for (const each of cases) if (each.id.startsWith(start)) yield each;
}

async function describe(session: Session): Promise<{ description?: Description; result: Result }> {
  let description: Description | undefined;
  const result = await runCase(
    {
      id: 'describe',
      async run(ask) {
        const read = readDescription((await ask('describe')).ok);
        if (typeof read === 'string') throw new Fault(`the description is not valid: ${read}`);
        description = read;
      },
    },
    session,
  );
  if (result === undefined) throw new TypeError('a session starts at least once');
  return description === undefined ? { result } : { description, result };
}

/** Undefined where the testee can no longer be asked. */
async function runCase({ id, run }: Case, session: Session): Promise<Result | undefined> {
  try {
    await run(session.request);
    return { id, verdict: 'pass', message: '' };
  } catch (error) {
    if (error instanceof SessionOver) return undefined;
    if (error instanceof Unsupported) return { id, verdict: 'unsupported', message: error.message };
    if (error instanceof Fault) return { id, verdict: 'fail', message: error.message };
    if (error instanceof TesteeError) return { id, verdict: error.reason, message: error.message };
    throw error;
  }
}

/** What a testee lists in `describe`, and then does not support in any case. */
function* emptyPromises(description: Description, results: readonly Result[]): Generator<string> {
  const passed = results.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  for (const op of ['generate', 'decode', 'verify'] as const) {
    for (const mode of description[op]) {
      const ids =
        op === 'decode'
          ? new RegExp(`^decode/official/[a-z-]+-${mode}/`)
          : new RegExp(`^${op}/${mode}/`);
      if (!passed.some((id) => ids.test(id))) yield `describe/${op}-${mode}`;
    }
  }
}
