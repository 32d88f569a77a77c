import { type Testee, TesteeError, type TesteeOptions } from '../testee.ts';
import { fixedCases } from './all-cases.ts';
import { type Ask, type Asker, type Case, type Level, must } from './case.ts';
import { type Description, readDescription } from './description.ts';
import { Fault, Unsupported } from './fault.ts';
import type { KnownReasons } from './known-list.ts';
import { findLeak, watchStderr } from './leaks.ts';
import { type RandomOptions, randomCases } from './random-cases.ts';
import { type Counts, type Result, startRecord } from './record.ts';
import { type Session, SessionOver, startSession } from './session.ts';

/** What came of a whole run. */
export interface Conformance {
  /** Undefined where the testee did not describe itself. */
  description: Description | undefined;
  random: RandomOptions;
  /** What the ids of all cases that ran start with; `''` for all. */
  only: string;
  /** Every case but the random ones that passed. */
  results: Result[];
  counts: Counts;
  levels: { readonly [level in Level]: Counts };
  /** Random cases that ran, how many of them passed, and how long all of them took. */
  randomRun: { cases: number; passed: number; seconds: number };
  /** How many cases there were to run. */
  selected: number;
  startedAt: Date;
  seconds: number;
}

export interface ConformanceOptions extends Partial<RandomOptions> {
  /** None if absent. */
  known?: KnownReasons;
  /** Only the cases whose id starts with this, and `describe`. All if absent. */
  only?: string;
  /** Ends the run with the first case that neither passes nor is known. */
  bail?: boolean;
  /** Is told of each case that has ended, and how many there are. */
  onProgress?: (done: number, total: number) => void;
}

/** Starts the testee; with the options, where its stderr is to be looked at. */
export type Start = (options?: Pick<TesteeOptions, 'onStderr'>) => Testee;

/** Enough to keep both sides busy; the requests of one case follow one another. */
const CASES_AT_A_TIME = 64;

/**
 * Puts all cases to a testee (PROTOCOL.md) and judges its answers. A testee that crashes, hangs or
 * breaks the protocol is started again, a few times; each time is a failure with its name.
 */
export async function checkConformance(
  start: Start,
  options: ConformanceOptions = {},
): Promise<Conformance> {
  const only = options.only ?? '';
  const random = {
    cases: options.cases ?? 1000,
    seed: options.seed ?? 0,
    shard: options.shard ?? { index: 1, count: 1 },
  };
  const stderr = watchStderr();
  const startWatched = (): Testee => start({ onStderr: stderr.seen });
  const session = startSession(startWatched);
  const startedAt = new Date();
  const began = performance.now();
  const record = startRecord(options.known);
  let selected = 0;
  let randomSeconds = 0;
  let total = 0;
  let done = 0;
  let stopped = false;
  let bailed = false;
  const isOver = (): boolean => stopped || bailed;

  /** The answer, unless its words show what nobody may see. */
  const guard =
    (ask: Ask): Ask =>
    async (op, fields = {}, id) => {
      stderr.sent(fields);
      const answer = await ask(op, fields, id);
      const leak = findLeak(fields, answer.error?.message ?? answer.unsupported ?? '');
      if (leak !== undefined) throw new Fault(`its message shows ${leak}`);
      return answer;
    };
  const ask = guard(session.request);

  const runOne = async (one: Case): Promise<void> => {
    const result = await runCase(one, ask, session, () => guarded(startWatched(), guard));
    if (result === undefined) {
      stopped = true;
      return;
    }
    if (one.random) record.addRandom(result);
    else record.add(result);
    options.onProgress?.(++done, total);
    if (options.bail === true && record.counts.failed > 0) bailed = true;
  };
  const runAll = async (cases: Iterable<Case>): Promise<void> => {
    const iterator = cases[Symbol.iterator]();
    const worker = async (): Promise<void> => {
      for (let next = iterator.next(); !next.done && !isOver(); next = iterator.next()) {
        selected++;
        await runOne(next.value);
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
    await runAll(fixed.filter(({ alone }) => alone !== true));
    for (const one of fixed) {
      if (one.alone !== true || isOver()) continue;
      selected++;
      await runOne(one);
    }
    const randomBegan = performance.now();
    await runAll(select(randomCases(description, random), only));
    randomSeconds = (performance.now() - randomBegan) / 1000;
    if (stopped) {
      const message = 'the testee failed too often, so the rest was not run';
      record.add({ ...must('process/stopped', 'protocol 7'), verdict: 'fail', message });
    } else if (only === '' && !bailed) {
      for (const result of emptyPromises(description, record.results)) record.add(result);
    }
  }
  await session.end();
  for (const [index, { reason, message }] of session.strayFailures.entries()) {
    const head = must(`process/${index + 1}`, 'protocol 7');
    record.add({ ...head, verdict: reason, message });
  }
  for (const leak of stderr.leaks) {
    const head = must(`leak/stderr-${leak.replace('the ', '')}`, 'protocol 1');
    record.add({ ...head, verdict: 'fail', message: `its stderr shows ${leak}` });
  }
  if (!bailed) record.addMissing(only);

  const { results, counts, levels } = record;
  const randomRun = { ...record.random, seconds: randomSeconds };
  const seconds = (performance.now() - began) / 1000;
  return {
    description,
    random,
    only,
    results,
    counts,
    levels,
    randomRun,
    selected,
    startedAt,
    seconds,
  };
}

function* select(cases: Iterable<Case>, start: string): Generator<Case> {
  for (const each of cases) if (each.id.startsWith(start)) yield each;
}

async function describe(session: Session): Promise<{ description?: Description; result: Result }> {
  let description: Description | undefined;
  const one: Case = {
    ...must('describe', 'protocol 2'),
    requests: [{ op: 'describe', fields: {} }],
    expects: 'a description',
    async run({ ask }) {
      const read = readDescription((await ask('describe')).ok);
      if (typeof read === 'string') throw new Fault(`the description is not valid: ${read}`);
      description = read;
    },
  };
  const result = await runCase(one, session.request, session, () => {
    throw new TypeError('a description needs one process');
  });
  if (result === undefined) throw new TypeError('a session starts at least once');
  return description === undefined ? { result } : { description, result };
}

interface More {
  readonly ask: Ask;
  end(): Promise<void>;
}

function guarded(testee: Testee, guard: (ask: Ask) => Ask): More {
  return { ask: guard(testee.request), end: () => testee.end() };
}

/** Undefined where the testee can no longer be asked. */
async function runCase(
  { id, level, section, requests, run }: Case,
  ask: Ask,
  session: Session,
  startOne: () => More,
): Promise<Result | undefined> {
  const head = { id, level, section };
  const more: More[] = [];
  const asker: Asker = {
    ask,
    startMore(count) {
      more.push(...Array.from({ length: count }, startOne));
      return more.slice(-count).map((one) => one.ask);
    },
    restart: session.restart,
  };
  try {
    await run(asker);
    return { ...head, verdict: 'pass', message: '' };
  } catch (error) {
    if (error instanceof SessionOver) return undefined;
    if (error instanceof Unsupported) {
      return { ...head, verdict: 'unsupported', message: error.message };
    }
    const { message } = error as Error;
    if (error instanceof Fault) return { ...head, verdict: 'fail', message, requests };
    if (error instanceof TesteeError) {
      return { ...head, verdict: error.reason, message, requests };
    }
    throw error;
  } finally {
    await Promise.all(more.map((one) => one.end()));
  }
}

/** What a testee lists in `describe`, and then does not support in any case. */
function* emptyPromises(description: Description, results: readonly Result[]): Generator<Result> {
  const passed = results.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  const failed = (name: string, message: string): Result => ({
    ...must(`describe/${name}`, 'protocol 2'),
    verdict: 'fail',
    message,
  });
  let listed = 0;
  for (const op of ['generate', 'decode', 'verify'] as const) {
    for (const mode of description[op]) {
      listed++;
      const ids =
        op === 'generate'
          ? new RegExp(`^generate/${mode}/basic/`)
          : new RegExp(`^${op}/official/[a-z-]+-${mode}/`);
      if (!passed.some((id) => ids.test(id))) {
        yield failed(`${op}-${mode}`, 'is listed, and nothing of it passed');
      }
    }
  }
  if (listed === 0) yield failed('nothing', 'it lists no mode for any op: nothing was tested');
}
