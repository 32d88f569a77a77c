/** The value below which this share of the values lies, at least one of them. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function median(values) {
  return quantile(values, 0.5);
}

/** The median of one figure of several rounds. */
export function medianOf(rounds, figure) {
  return median(rounds.map((round) => round[figure]));
}
