import type { Colors } from 'picocolors/types.js';
import { closingLine } from '../closing-line.ts';
import { groupBy } from '../group-by.ts';
import { isFailed, type Result } from './record.ts';
import type { Conformance } from './run.ts';
import { requestLines } from './show.ts';

/** Enough to see what is wrong; a report has them all. */
const MAX_FAILURES = 50;

/** How many lines of a request are shown, and how long. */
const MAX_LINES = 3;
const MAX_LINE = 2000;

/** For people: what failed, what is known, counts by area, and the last line `N passed, N failed`. */
export function summary(run: Conformance, colours: Colors, isVerbose = false): string {
  return [
    ...listFailures(run, colours, isVerbose),
    ...listKnown(run, colours),
    describeTestee(run),
    ...countAreas(run),
    describeRandom(run),
    describeLevels(run),
    closingLine(run.counts.passed, run.counts.failed, colours),
  ].join('\n');
}

function listFailures({ results }: Conformance, colours: Colors, isVerbose: boolean): string[] {
  const all = results.filter(isFailed);
  const failed = [...all.filter(isOfTheWhole), ...all.filter((one) => !isOfTheWhole(one))];
  const lines = failed
    .slice(0, MAX_FAILURES)
    .flatMap(({ id, verdict, message, level, section, requests = [] }) => [
      `${colours.red(id)} ${verdict} ${message}`,
      ...(isVerbose ? [`  ${level}, ${section}`, ...shorten(requestLines(requests))] : []),
    ]);
  if (failed.length > MAX_FAILURES) {
    lines.push(`and ${failed.length - MAX_FAILURES} more; --report names them all`);
  }
  return lines;
}

/** Whether a result is about the description or the process: it explains others, so it comes first. */
function isOfTheWhole(result: Result): boolean {
  return ['describe', 'process'].includes(areaOf(result));
}

function shorten(lines: readonly string[]): string[] {
  const shown = lines.slice(0, MAX_LINES).map((line) => `  → ${line.slice(0, MAX_LINE)}`);
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, `  and ${left} more requests`] : shown;
}

function describeLevels({ levels }: Conformance): string {
  return (['MUST', 'MAY'] as const)
    .map((level) => `${level} ${levels[level].passed} passed, ${levels[level].failed} failed`)
    .join('; ');
}

function listKnown({ results }: Conformance, colours: Colors): string[] {
  const reasons = new Map<string, number>();
  for (const { verdict, message } of results) {
    if (verdict === 'known') reasons.set(message, (reasons.get(message) ?? 0) + 1);
  }
  return [...reasons].map(
    ([reason, cases]) => `${colours.yellow('known')} in ${cases} cases: ${reason}`,
  );
}

function describeTestee({ description }: Conformance): string {
  if (description === undefined) return 'the testee did not describe itself';
  const { name, language, version } = description;
  const modes = (['generate', 'decode', 'verify'] as const)
    .map((op) => `${op} ${description[op].join(' ') || '-'}`)
    .join(', ');
  return `${name} ${version} (${language}): ${modes}`;
}

function countAreas({ results }: Conformance): string[] {
  const fixed = results.filter((result) => areaOf(result) !== 'random');
  return [...groupBy(fixed, areaOf)].map(([area, all]) => {
    const having = (verdict: string): number => all.filter((one) => one.verdict === verdict).length;
    const counts = [
      `${having('pass')} passed`,
      `${all.filter(isFailed).length} failed`,
      `${having('known')} known`,
    ];
    return `${area.padEnd(10)} ${counts.join(', ')}`;
  });
}

function describeRandom({ random, randomRun }: Conformance): string {
  const { cases, passed, seconds } = randomRun;
  const rate = seconds > 0 ? Math.round(cases / seconds) : 0;
  const { index, count } = random.shard;
  return `random     ${passed} of ${cases} passed in ${seconds.toFixed(1)} s, ${rate} cases/s (--cases ${random.cases} --seed ${random.seed} --shard ${index}/${count})`;
}

/** What the id starts with. */
export function areaOf({ id }: Result): string {
  return id.split('/')[0] as string;
}
