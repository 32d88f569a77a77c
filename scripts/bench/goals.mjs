// What the project wants to reach, and whether a run did: a ratio of two of its contenders each.
import { medianRatio } from './medians.mjs';

const BATCH = 'issueMany(1,000)';

/** `of` takes at `least` or at `most` so many times as long as `to`. */
const GOALS = [
  { mode: 'cbc', of: 'official Node.js', to: 'issue', least: 3.5 },
  { mode: 'cbc', of: 'official Go', to: 'issue', least: 8 },
  { mode: 'cbc', of: 'official PHP', to: 'issue', least: 1 },
  { mode: 'cbc', of: 'official Node.js', to: BATCH, least: 7 },
  { mode: 'cbc', of: 'official Go', to: BATCH, least: 16 },
  { mode: 'cbc', of: 'official PHP', to: BATCH, least: 2 },
  { mode: 'cbc', of: BATCH, to: 'limit', most: 2.5 },
  { mode: 'cbc', of: 'verify', to: 'read, bare calls', most: 1.45 },
  { mode: 'gcm', of: 'verify', to: 'read, bare calls', most: 1.45 },
  { mode: 'gcm', of: 'issue', to: 'issue, bare calls', most: 1.6 },
];

/**
 * @param title of the scenario in which the goals are set
 * @returns a line for each goal
 */
export function judge(figures, title) {
  return GOALS.map(({ mode, of, to, least = 0, most = Number.POSITIVE_INFINITY }) => {
    const times = figures[mode][title];
    const bound = least > 0 ? `at least ${least}` : `at most ${most}`;
    const goal = `- ${mode.toUpperCase()}: ${of} / ${to}, ${bound}`;
    if (times[of] === undefined) return `${goal}: not measured`;
    const ratio = medianRatio(times[of], times[to]);
    const distance = ratio < least ? 1 - ratio / least : ratio / most - 1;
    const isReached = ratio >= least && ratio <= most;
    const verdict = isReached ? 'reached' : `missed by ${(100 * distance).toFixed(0)} %`;
    return `${goal}: ${ratio.toFixed(2)}, ${verdict}`;
  });
}
