import type { Mode, RejectedVector } from '@token04/fixtures';
import type { Failure, KnownDifference } from './vector-check.ts';
import { officialVerdict, ourVerdict } from './verdict.ts';

/** Compares our verdict with that of the generator which rejected the input. */
export function checkRejection(
  vector: RejectedVector,
  mode: Mode,
  difference: KnownDifference | undefined,
): Omit<Failure, 'id'> | undefined {
  const official = officialVerdict(vector);
  const ours = ourVerdict(vector, mode);
  if (difference === undefined) {
    if (official === ours) return undefined;
    return { step: 'rejection', message: `official ${official}, ours ${ours}` };
  }
  if (official === difference.official && ours === difference.ours) return undefined;
  const now = official === ours ? `both say ${ours}` : `official ${official}, ours ${ours}`;
  const then = `official ${difference.official}, ours ${difference.ours}`;
  return { step: 'known-difference', message: `${now}; listed: ${then}` };
}

/** For a vector that has a token: a difference that is listed for it is stale. */
export function checkUnlisted(
  difference: KnownDifference | undefined,
): Omit<Failure, 'id'> | undefined {
  if (difference === undefined) return undefined;
  const message = `official made a token; listed: official ${difference.official}`;
  return { step: 'known-difference', message };
}
