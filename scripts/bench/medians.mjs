export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/**
 * How many times as long one contender takes as another: the median of the rounds' ratios. The ratio of
 * the medians would compare moments of a shared machine, which runs at half its speed for seconds at a
 * time.
 */
export function medianRatio(times, others) {
  return median(times.map((time, round) => time / others[round]));
}
