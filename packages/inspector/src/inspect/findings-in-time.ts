import type { Finding } from '@token04/doctor';

/** What grows by a second with each second, and what shrinks. */
const GROWS: ReadonlySet<string> = new Set(['secondsAgo']);
const SHRINKS: ReadonlySet<string> = new Set(['secondsLeft', 'left', 'secondsAhead']);

/** The finding as it would be found so many seconds later, where only its times differ then. */
export function later(finding: Finding, seconds: number): Finding {
  if (seconds === 0) return finding;
  const values = Object.entries(finding.values).map(([name, value]) => {
    if (typeof value !== 'number') return [name, value];
    if (GROWS.has(name)) return [name, value + seconds];
    return [name, SHRINKS.has(name) ? Math.max(0, value - seconds) : value];
  });
  return { ...finding, values: Object.fromEntries(values) };
}
