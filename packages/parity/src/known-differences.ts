import entries from '../known-differences.json' with { type: 'json' };
import type { KnownDifference, VectorCheck } from './vector-check.ts';

/** All that are known. An entry is good for exactly the two verdicts that it names. */
export const knownDifferences: readonly KnownDifference[] = entries as KnownDifference[];

/** The entries that no check met: their vector is gone, so they excuse nothing. */
export function unusedDifferences(
  checks: readonly VectorCheck[],
  differences: readonly KnownDifference[] = knownDifferences,
): KnownDifference[] {
  const used = new Set(checks.flatMap((check) => check.knownDifferences));
  return differences.filter((difference) => !used.has(difference));
}
