import packageJson from '../../package.json' with { type: 'json' };
import { htmlReport } from './html-report.ts';
import { junitReport } from './junit-report.ts';
import type { Report } from './report.ts';
import type { Conformance } from './run.ts';

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
