import packageJson from '../../package.json' with { type: 'json' };
import type { Description } from './description.ts';
import { htmlReport } from './html-report.ts';
import { junitReport } from './junit-report.ts';
import type { RandomOptions } from './random-cases.ts';
import type { Counts, Result } from './record.ts';
import type { Conformance } from './run.ts';

/** A run for programs, and for pages of several runs (PROTOCOL.md, 8). */
export interface Report {
  format: 'token04-conformance/1';
  suite: { name: string; version: string };
  /** When the run began, in UTC by ISO 8601. */
  startedAt: string;
  seconds: number;
  testee: Description | null;
  /** What the cases were chosen by. */
  inputs: { only: string; cases: number; seed: number; shard: string };
  /** How many random cases ran and passed, and in which time. */
  random: RandomOptions & { cases: number; passed: number; seconds: number };
  counts: Counts;
  levels: Conformance['levels'];
  results: Pick<Result, 'id' | 'level' | 'section' | 'verdict' | 'message'>[];
}

/** The formats of a report, by the end of the file's name. */
export const reportWriters: { readonly [end: string]: (run: Conformance) => string } = {
  '.json': (run) => `${JSON.stringify(reportOf(run), null, 2)}\n`,
  '.xml': junitReport,
  '.html': (run) => htmlReport([reportOf(run)]),
};

function reportOf(run: Conformance): Report {
  const { description, random, randomRun, only, seconds, startedAt, counts, levels } = run;
  const { cases, seed, shard } = random;
  return {
    format: 'token04-conformance/1',
    suite: { name: packageJson.name, version: packageJson.version },
    startedAt: startedAt.toISOString(),
    seconds,
    testee: description ?? null,
    inputs: { only, cases, seed, shard: `${shard.index}/${shard.count}` },
    random: { ...random, ...randomRun },
    counts,
    levels,
    results: run.results.map(({ id, level, section, verdict, message }) => ({
      id,
      level,
      section,
      verdict,
      message,
    })),
  };
}
