import { NOT_SET } from '../input/instead.ts';
import type { DiagnoseOptions } from '../options.ts';

/**
 * In what an ID of the token and the one that was expected differ, without showing them. What the
 * caller expects in another place has come here by arguments in the wrong order.
 */
export function difference(
  one: string,
  other: string,
  { appId, userId, roomId }: DiagnoseOptions,
): string {
  if (one.trim() === other.trim()) return 'blanks';
  if (one.toLowerCase() === other.toLowerCase()) return 'case';
  if (NOT_SET.test(one)) return 'not-set';
  return [String(appId), userId, roomId].includes(one) ? 'swapped' : 'other';
}
