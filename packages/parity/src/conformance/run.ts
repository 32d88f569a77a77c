import type { Testee, TesteeOptions } from '../testee.ts';
import { fixedCases } from './all-cases.ts';
import { type Ask, type Case, type Environment, type Level, must } from './case.ts';
import { startRunner } from './case-runner.ts';
import { askDescription, type Description } from './description.ts';
import { emptyPromises } from './empty-promises.ts';
import { Fault } from './fault.ts';
import type { KnownReasons } from './known-list.ts';
import { findLeak, type StderrWatch, watchStderr } from './leaks.ts';
import { type RandomOptions, randomCases } from './random-cases.ts';
import { type Counts, type Result, startRecord } from './record.ts';
import { type CaseTools, runCase } from './run-case.ts';
import { startSession } from './session.ts';

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

/**
 * Starts the testee; the options say where its stderr is to be looked at, and what its environment has
 * beside what the caller gives it.
 */
export type Start = (options?: Pick<TesteeOptions, 'onStderr' | 'env'>) => Testee;

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
  const startedAt = new Date();
  const began = performance.now();
  const record = startRecord(options.known);
  const stderr = watchStderr();
  const startWatched = (env?: Environment): Testee =>
    start({ onStderr: stderr.seen, ...(env !== undefined && { env }) });
  const session = startSession(startWatched);
  const tools = { session, startOne: startWatched, guard: (ask: Ask) => guarded(ask, stderr) };
  let done = 0;
  let total = 0;
  const runner = startRunner(tools, record, {
    bail: options.bail ?? false,
    onEnd: () => options.onProgress?.(++done, total),
  });
  let randomSeconds = 0;

  const { description, result } = await describe(tools);
  record.add(result);
  if (description !== undefined) {
    const fixed = [...select(fixedCases(description), only)];
    total = fixed.length + Math.floor(random.cases / random.shard.count);
    await runner.together(fixed.filter(({ alone }) => alone !== true));
    await runner.inTurn(fixed.filter(({ alone }) => alone === true));
    const randomBegan = performance.now();
    await runner.together(select(randomCases(description, random), only));
    randomSeconds = (performance.now() - randomBegan) / 1000;
    if (runner.stop === 'session-over') {
      const message = 'the testee failed too often, so the rest was not run';
      record.add({ ...must('process/stopped', 'protocol 7'), verdict: 'fail', message });
    } else if (only === '' && runner.stop === undefined) {
      for (const one of emptyPromises(description, record.results)) record.add(one);
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
  if (runner.stop !== 'bailed') record.addMissing(only);

  const { results, counts, levels } = record;
  return {
    description,
    random,
    only,
    results,
    counts,
    levels,
    randomRun: { ...record.random, seconds: randomSeconds },
    selected: runner.begun,
    startedAt,
    seconds: (performance.now() - began) / 1000,
  };
}

function* select(cases: Iterable<Case>, start: string): Generator<Case> {
  for (const each of cases) if (each.id.startsWith(start)) yield each;
}

/** Asks for an answer, whose words must not show what nobody may see. */
function guarded(ask: Ask, stderr: StderrWatch): Ask {
  return async (op, fields = {}, id) => {
    stderr.sent(fields);
    const answer = await ask(op, fields, id);
    const leak = findLeak(fields, answer.error?.message ?? answer.unsupported ?? '');
    if (leak !== undefined) throw new Fault(`its message shows ${leak}`);
    return answer;
  };
}

async function describe(tools: CaseTools): Promise<{ description?: Description; result: Result }> {
  let description: Description | undefined;
  const one: Case = {
    ...must('describe', 'protocol 2'),
    requests: [{ op: 'describe', fields: {} }],
    expects: 'a description',
    async run({ ask }) {
      const read = await askDescription(ask);
      if (typeof read === 'string') throw new Fault(`the description is not valid: ${read}`);
      description = read;
    },
  };
  const result = await runCase(one, tools);
  if (result === undefined) throw new TypeError('a session starts at least once');
  return description === undefined ? { result } : { description, result };
}
