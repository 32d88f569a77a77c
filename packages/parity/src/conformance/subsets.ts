/** All subsets, the empty one first. */
export function subsets<T>(all: readonly T[]): T[][] {
  let found: T[][] = [[]];
  for (const one of all) found = found.concat(found.map((set) => [...set, one]));
  return found;
}
