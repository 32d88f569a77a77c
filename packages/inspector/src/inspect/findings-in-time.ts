import type { Finding } from '@token04/doctor';

/** The values of findings that grow by one with each second, and those that shrink. */
const GROWS: ReadonlySet<string> = new Set(['secondsAgo']);
const SHRINKS: ReadonlySet<string> = new Set(['secondsLeft', 'left', 'secondsAhead']);

/** The finding as it would be so many seconds later, if only its times change. */
export function later(finding: Finding, seconds: number): Finding {
  if (seconds === 0) return finding;
  const values = Object.entries(finding.values).map(([name, value]) => {
    if (typeof value !== 'number') return [name, value];
    if (GROWS.has(name)) return [name, value + seconds];
    return [name, SHRINKS.has(name) ? Math.max(0, value - seconds) : value];
  });
  return { ...finding, values: Object.fromEntries(values) };
}
