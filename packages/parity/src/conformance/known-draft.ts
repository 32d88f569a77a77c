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
  const groups = new Map<string, string[]>();
  for (const { id, verdict, message, requests } of results) {
    // Without a request there is no case: a stale entry, or what the process did.
    const isNew = verdict === 'fail' && requests !== undefined;
    if (!isNew && verdict !== 'known') continue;
    const reason = isNew ? `${UNWRITTEN}${message}` : message;
    const ids = groups.get(reason);
    if (ids === undefined) groups.set(reason, [id]);
    else ids.push(id);
  }
  const differences = [...groups].map(([reason, ids]) => ({
    reason,
    ids: ids.sort(),
    ...(ids.some((id) => known.get(id)?.sometimes) && { sometimes: true }),
  }));
  return { format: 'token04-known/1', differences };
}
