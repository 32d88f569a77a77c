import type { TesteeFailure } from '../testee.ts';
import type { KnownReasons } from './known-list.ts';

/** `'known'` is a difference that is listed; the testee's own failures have a name each. */
export type Verdict = 'pass' | 'fail' | 'known' | 'unsupported' | TesteeFailure;

/** What came of one case. No message holds a token, a secret or a plaintext. */
export interface Result {
  id: string;
  verdict: Verdict;
  /** Empty for a pass; the listed reason for a known difference. */
  message: string;
}

export interface Counts {
  passed: number;
  failed: number;
  known: number;
  unsupported: number;
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
  readonly random: { cases: number; passed: number };
}

/** What is wrong a thousand times need not be told more often. */
const MAX_RANDOM_RESULTS = 1000;

export function startRecord(known: KnownReasons = new Map()): RunRecord {
  const results: Result[] = [];
  const counts = { passed: 0, failed: 0, known: 0, unsupported: 0 };
  const random = { cases: 0, passed: 0 };
  const seen = new Set<string>();

  const countOne = ({ verdict }: Result): void => {
    if (verdict === 'pass') counts.passed++;
    else if (verdict === 'known' || verdict === 'unsupported') counts[verdict]++;
    else counts.failed++;
  };

  return {
    results,
    counts,
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
        results.push({ id, verdict: 'fail', message });
        counts.failed++;
      }
    },
  };
}

/** A listed difference excuses a failure, and is one where there is nothing to excuse. */
function judge(result: Result, reason: string | undefined): Result {
  if (reason === undefined) return result;
  switch (result.verdict) {
    case 'fail':
      return { ...result, verdict: 'known', message: reason };
    case 'pass':
    case 'unsupported':
      return { ...result, verdict: 'fail', message: 'is listed as known, and no longer differs' };
    default:
      return result;
  }
}
