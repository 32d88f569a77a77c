import junit, { type Builder } from 'junit-report-builder';
import type { Result } from './record.ts';
import type { Conformance } from './run.ts';

/** The formats of a report, by the end of the file's name. */
export const reportWriters: { readonly [end: string]: (run: Conformance) => string } = {
  '.json': jsonReport,
  '.xml': junitReport,
};

/** For programs (PROTOCOL.md, 8). */
function jsonReport(run: Conformance): string {
  const { description, random, counts, randomRun, seconds, results } = run;
  const report = {
    format: 'token04-conformance/1',
    testee: description ?? null,
    random: { ...random, ...randomRun },
    seconds,
    counts,
    results,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** For CI servers: one suite for each area; the random cases that passed are one test together. */
function junitReport(run: Conformance): string {
  // Its types take it for a module with a default export, but it is the builder itself.
  const report = (junit as unknown as Builder).newBuilder();
  for (const [area, results] of byArea(run)) {
    const suite = report.testSuite().name(`token04-parity.${area}`);
    for (const { id, verdict, message } of results) {
      const test = suite.testCase().className(`token04-parity.${area}`).name(id);
      if (verdict === 'known' || verdict === 'unsupported') {
        test.skipped().standardOutput(`${verdict}: ${message}`);
      } else if (verdict !== 'pass') test.failure(message, verdict);
    }
  }
  return report.build();
}

function byArea({ results, randomRun }: Conformance): Map<string, Result[]> {
  const areas = new Map<string, Result[]>();
  const all = [...results];
  if (randomRun.passed > 0) {
    all.push({ id: `random/${randomRun.passed} that passed`, verdict: 'pass', message: '' });
  }
  for (const result of all) {
    const area = areaOf(result);
    const others = areas.get(area);
    if (others === undefined) areas.set(area, [result]);
    else others.push(result);
  }
  return areas;
}

/** What the id starts with. */
export function areaOf({ id }: Result): string {
  return id.split('/')[0] as string;
}
