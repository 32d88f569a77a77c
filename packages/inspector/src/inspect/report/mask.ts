import { visible } from '../../texts/visible.ts';

/** The first and last character of an ID, unless it is so short that they tell much of it, and its length. */
export function mask(id: string): string {
  const characters = [...id];
  const { length } = characters;
  if (length < 6) return `… (${length})`;
  return `${visible(characters[0] as string)}…${visible(characters[length - 1] as string)} (${length})`;
}
