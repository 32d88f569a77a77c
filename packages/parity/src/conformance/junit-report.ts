import junit, { type Builder } from 'junit-report-builder';
import { groupBy } from '../group-by.ts';
import { must } from './case.ts';
import { randomCaseId } from './random-cases.ts';
import type { Result } from './record.ts';
import type { Conformance } from './run.ts';
import { areaOf } from './summary.ts';

/** For CI servers: a suite for each area, a test for each case, as the terminal counts them. */
export function junitReport(run: Conformance): string {
  // Its types take it for a module with a default export, but it is the builder itself.
  const report = (junit as unknown as Builder).newBuilder();
  for (const [area, results] of groupBy([...run.results, ...randomPasses(run)], areaOf)) {
    const suite = report.testSuite().name(`token04-parity.${area}`);
    for (const { id, level, section, verdict, message } of results) {
      const test = suite.testCase().className(`token04-parity.${area}`).name(id);
      if (verdict === 'known') test.skipped().standardOutput(`${verdict}: ${message}`);
      else if (verdict !== 'pass') test.failure(`${message} (${level}, ${section})`, verdict);
    }
  }
  return report.build();
}

/** Those that passed are not among the results, and neither are failures beyond a thousand. */
function* randomPasses({
  results,
  randomRun,
  random,
  description,
}: Conformance): Generator<Result> {
  if (description === undefined) return;
  const failed = new Set(results.map(({ id }) => id));
  const { seed, shard } = random;
  let left = randomRun.passed;
  for (let number = shard.index; left > 0 && number <= random.cases; number += shard.count) {
    const id = randomCaseId(description, seed, number);
    if (failed.has(id)) continue;
    left--;
    yield { ...must(id, 'protocol 3'), verdict: 'pass', message: '' };
  }
}
