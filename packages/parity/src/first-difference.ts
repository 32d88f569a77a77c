/** At which character two different texts part. */
export function firstDifference(one: string, other: string): number {
  let index = 0;
  while (one[index] === other[index]) index++;
  return index;
}
