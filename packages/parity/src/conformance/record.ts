import type { TesteeFailure } from '../testee-error.ts';
import type { CaseHead, Level, Request } from './case.ts';
import type { KnownReason, KnownReasons } from './known-list.ts';

/**
 * `'known'` is a difference that is listed. `'unsupported'`, of what the testee lists, is a failure; the
 * testee's own failures have a name each.
 */
export type Verdict = 'pass' | 'fail' | 'known' | 'unsupported' | TesteeFailure;

/** What came of one case. No message holds a token, a secret or a plaintext. */
export interface Result extends CaseHead {
  verdict: Verdict;
  /** Empty for a pass; the listed reason for a known difference. */
  message: string;
  /** What was asked, where it failed. It holds tokens and secrets, if only of tests. */
  requests?: readonly Request[];
}

export interface Counts {
  passed: number;
  failed: number;
  known: number;
}

/** The results of a run as they come in. */
export interface RunRecord {
  add(result: Result): void;
  /** For random cases, of which those that pass are only counted. */
  addRandom(result: Result): void;
  /** Fails for the listed differences that no case has had, among those whose id starts so. */
  addMissing(start: string): void;
  readonly results: Result[];
  readonly counts: Counts;
  /** The same counts of each level. */
  readonly levels: { readonly [level in Level]: Counts };
  readonly random: { cases: number; passed: number };
}

/** More of them would tell nothing new. */
const MAX_RANDOM_RESULTS = 1000;

export function startRecord(known: KnownReasons = new Map()): RunRecord {
  const results: Result[] = [];
  const counts = noCounts();
  const levels = { MUST: noCounts(), MAY: noCounts() };
  const random = { cases: 0, passed: 0 };
  const seen = new Set<string>();

  const countOne = ({ verdict, level }: Result): void => {
    const kind = kindOf(verdict);
    counts[kind]++;
    levels[level][kind]++;
  };

  return {
    results,
    counts,
    levels,
    random,

    add(result) {
      const judged = judge(result, known.get(result.id));
      seen.add(result.id);
      results.push(judged);
      countOne(judged);
    },

    addRandom(result) {
      random.cases++;
      countOne(result);
      if (result.verdict === 'pass') random.passed++;
      else if (random.cases - random.passed <= MAX_RANDOM_RESULTS) results.push(result);
    },

    addMissing(start) {
      for (const id of known.keys()) {
        if (seen.has(id) || !id.startsWith(start)) continue;
        const message = 'is listed as known, and there is no such case';
        const result: Result = { id, ...OF_THE_LIST, verdict: 'fail', message };
        results.push(result);
        countOne(result);
      }
    },
  };
}

const OF_THE_LIST = { level: 'MUST', section: 'protocol 7' } as const;

function noCounts(): Counts {
  return { passed: 0, failed: 0, known: 0 };
}

/** How a verdict counts. */
function kindOf(verdict: Verdict): keyof Counts {
  if (verdict === 'pass') return 'passed';
  return verdict === 'known' ? verdict : 'failed';
}

export function isFailed({ verdict }: Pick<Result, 'verdict'>): boolean {
  return kindOf(verdict) === 'failed';
}

/**
 * A listed difference excuses the failure of its case; if the case passes, the list is wrong, which is
 * a failure. One that comes by chance is known either way, so that two runs have the same counts.
 */
function judge(result: Result, known: KnownReason | undefined): Result {
  if (known === undefined) return result;
  const { verdict } = result;
  const isExcused = verdict === 'fail' || verdict === 'unsupported';
  if (isExcused || (verdict === 'pass' && known.sometimes)) {
    const { requests: _, ...rest } = result;
    return { ...rest, verdict: 'known', message: known.reason };
  }
  if (verdict !== 'pass') return result;
  return { ...result, verdict: 'fail', message: 'is listed as known, and no longer differs' };
}
