/** In a random order, for each round another: what ran just before leaves caches and garbage behind. */
export function shuffled(list) {
  const ranked = list.map((element) => ({ element, rank: Math.random() }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ element }) => element);
}
