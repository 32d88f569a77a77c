// What the project wants to reach, and whether a run did: a ratio of two of its medians each.
const BATCH = 'issueMany(1,000)';

/** `[mode, slower, faster, least]`: slower takes at least so many times as long. */
const GOALS = [
  ['cbc', 'official Node.js', 'issue', 3.5],
  ['cbc', 'official Go', 'issue', 8],
  ['cbc', 'official PHP', 'issue', 1],
  ['cbc', 'official Node.js', BATCH, 7],
  ['cbc', 'official Go', BATCH, 16],
  ['cbc', 'official PHP', BATCH, 2],
  // So a batch takes at most 2.5 times as long as the limit.
  ['cbc', 'limit', BATCH, 1 / 2.5],
  ['cbc', 'read, plain createDecipheriv', 'verify', 2.5],
  ['gcm', 'official Node.js', 'issue', 2],
];

/**
 * @param title of the scenario in which the goals are set
 * @returns a line for each goal
 */
export function judge(figures, title) {
  return GOALS.map(([mode, slower, faster, least]) => {
    const medians = figures[mode][title];
    const goal = `- ${mode.toUpperCase()}: ${slower} / ${faster}, at least ${least}`;
    if (medians[slower] === undefined) return `${goal}: not measured`;
    const ratio = medians[slower] / medians[faster];
    const verdict =
      ratio >= least ? 'reached' : `missed by ${(100 * (1 - ratio / least)).toFixed(0)} %`;
    return `${goal}: ${ratio.toFixed(2)}, ${verdict}`;
  });
}
