import { groupBy } from '../group-by.ts';
import { type KnownList, type KnownReasons, UNWRITTEN } from './known-list.ts';
import type { Result } from './record.ts';

/**
 * The list of a testee's differences after a run: those that are known with their reasons, and those
 * that are new by what came, to be given a reason. What no longer differs is left out.
 */
export function draftKnownList(
  results: readonly Result[],
  known: KnownReasons = new Map(),
): KnownList {
  const entries = results.flatMap(({ id, verdict, message, requests }) => {
    // Without a request there is no case: a stale entry, or what the process did.
    const isNew = verdict === 'fail' && requests !== undefined;
    if (!isNew && verdict !== 'known') return [];
    return [{ id, reason: isNew ? `${UNWRITTEN}${message}` : message }];
  });
  const differences = [...groupBy(entries, ({ reason }) => reason)].map(([reason, group]) => {
    const ids = group.map(({ id }) => id).sort();
    const isSometimes = ids.some((id) => known.get(id)?.sometimes);
    return { reason, ids, ...(isSometimes && { sometimes: true }) };
  });
  return { format: 'token04-known/1', differences };
}
