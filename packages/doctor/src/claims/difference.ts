import { attempt } from '../attempt.ts';
import { decodeEntities } from '../input/entities.ts';
import { isNotSet } from '../input/instead.ts';
import type { DiagnoseOptions } from '../options.ts';

/** In what two IDs differ. The texts have words for each. */
export type Difference =
  | 'blanks'
  | 'case'
  | 'unicode'
  | 'percent'
  | 'html'
  | 'number'
  | 'not-set'
  | 'swapped'
  | 'other';

/** An integer as programs write it, also one that they hold as a floating-point number. */
const NUMBER = /^\d[\d.]*(?:e\+?\d+)?$/i;

/** What makes two IDs the same, where one alone went through what it undoes. */
const SAME_BY: readonly [Difference, (id: string) => string][] = [
  ['blanks', (id) => id.trim()],
  ['case', (id) => id.toLowerCase()],
  ['unicode', (id) => id.normalize()],
  ['percent', (id) => attempt(() => decodeURIComponent(id)) ?? id],
  ['html', decodeEntities],
  ['number', (id) => (NUMBER.test(id) ? String(Number(id)) : id)],
];

/**
 * In what an ID of the token and the one that was expected differ, without showing them. What the
 * caller expects in another place has come here by arguments in the wrong order.
 */
export function difference(
  one: string,
  other: string,
  { appId, userId, roomId }: DiagnoseOptions,
): Difference {
  const [same] = SAME_BY.find(([, undo]) => undo(one) === undo(other)) ?? [];
  if (same) return same;
  if (isNotSet(one)) return 'not-set';
  return [String(appId), userId, roomId].includes(one) ? 'swapped' : 'other';
}
