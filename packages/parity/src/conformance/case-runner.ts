import type { Case } from './case.ts';
import type { RunRecord } from './record.ts';
import { type CaseTools, runCase } from './run-case.ts';

/** Enough to keep both sides busy; the requests of one case follow one another. */
const CASES_AT_A_TIME = 64;

/** Runs cases and records what came of them, until there is a reason to stop. */
export interface CaseRunner {
  /** Runs many at a time. */
  together(cases: Iterable<Case>): Promise<void>;
  /** Runs one after the other. */
  inTurn(cases: Iterable<Case>): Promise<void>;
  /** How many cases were begun. */
  readonly begun: number;
  /** Why no more cases are run: the testee failed too often, or one case failed and that was enough. */
  readonly stop: 'session-over' | 'bailed' | undefined;
}

export interface RunnerOptions {
  /** Stops after the first case that fails. */
  readonly bail: boolean;
  /** Is told of each case that has ended. */
  readonly onEnd: () => void;
}

export function startRunner(
  tools: CaseTools,
  record: RunRecord,
  { bail, onEnd }: RunnerOptions,
): CaseRunner {
  let begun = 0;
  let stop: CaseRunner['stop'];

  const runOne = async (one: Case): Promise<void> => {
    begun++;
    const result = await runCase(one, tools);
    if (result === undefined) {
      stop ??= 'session-over';
      return;
    }
    if (one.random) record.addRandom(result);
    else record.add(result);
    onEnd();
    if (bail && record.counts.failed > 0) stop ??= 'bailed';
  };

  const inTurn = async (cases: Iterable<Case>): Promise<void> => {
    for (const one of cases) {
      if (stop !== undefined) return;
      await runOne(one);
    }
  };

  return {
    inTurn,

    async together(cases) {
      // All take from one generator, so that each case is run once.
      const queue = eachOnce(cases);
      await Promise.all(Array.from({ length: CASES_AT_A_TIME }, () => inTurn(queue)));
    },

    get begun() {
      return begun;
    },

    get stop() {
      return stop;
    },
  };
}

function* eachOnce(cases: Iterable<Case>): Generator<Case> {
  yield* cases;
}
