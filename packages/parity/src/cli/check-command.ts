import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { badge } from '../conformance/badge.ts';
import { draftKnownList } from '../conformance/known-draft.ts';
import { KnownListError, type KnownReasons, readKnownList } from '../conformance/known-list.ts';
import { reportWriters } from '../conformance/reports.ts';
import { type Conformance, checkConformance } from '../conformance/run.ts';
import { shrinkRandomFailures } from '../conformance/shrink.ts';
import { summary } from '../conformance/summary.ts';
import { startTestee, type Testee, type TesteeOptions } from '../testee.ts';
import { addCheckOptions, type CheckOptions } from './check-options.ts';
import { listOrShow } from './list-or-show.ts';
import { colours, complain, EXIT_FAILED, print, systemCode, writeOrComplain } from './output.ts';
import { progressBar } from './progress-bar.ts';

/** Adds `check-command` to the program. */
export function addCheckCommand(program: Command): void {
  const command = program
    .command('check-command')
    .description('test any implementation through JSON lines on stdin and stdout (PROTOCOL.md)')
    .argument('[command...]', 'the program to test and its arguments, after --');
  addCheckOptions(command).action(checkCommand);
}

async function checkCommand(command: string[], options: CheckOptions): Promise<void> {
  const [file, ...args] = command;
  const start = (more: Pick<TesteeOptions, 'onStderr'> = {}): Testee =>
    startTestee(file as string, args, { timeLimit: options.timeLimit * 1000, ...more });
  if (options.list || options.show !== undefined) {
    await listOrShow(file === undefined ? undefined : start, options);
    return;
  }
  if (file === undefined) {
    complain("error: missing required argument 'command'");
    return;
  }
  let known: KnownReasons | undefined;
  if (options.known !== undefined) {
    try {
      known = readKnownList(JSON.parse(await readFile(options.known, 'utf8')));
    } catch (error) {
      complain(`${options.known}: ${describeMistake(error)}`);
      return;
    }
  }
  const bar = progressBar();
  const { cases, seed, shard, only } = options;
  const run = await checkConformance(start, {
    cases,
    seed,
    shard,
    only,
    ...(known && { known }),
    ...(bar && { onProgress: bar.update }),
  });
  bar?.stop();
  if (run.results[0]?.verdict === 'start') {
    complain(run.results[0].message);
    return;
  }
  if (only !== '' && run.description !== undefined && run.selected === 0) {
    complain(`--only ${only}: no case's id starts so; --list names them`);
    return;
  }
  for (const line of await shrinkRandomFailures(run, start)) print(line);
  print(summary(run, colours, options.verbose));
  if (run.counts.failed > 0) process.exitCode = EXIT_FAILED;
  for (const [path, text] of filesOf(run, options, known)) await writeOrComplain(path, text);
}

/** The files that the options ask for, and what is to be in them. */
function filesOf(
  run: Conformance,
  { report, html, badge: picture, writeKnown }: CheckOptions,
  known: KnownReasons | undefined,
): [path: string, text: string][] {
  const written = (path: string, kind: string): [string, string] => {
    const write = reportWriters[kind] as (run: Conformance) => string;
    return [path, write(run)];
  };
  const files = report.map((path) => written(path, extname(path)));
  if (html !== undefined) files.push(written(html, '.html'));
  if (picture !== undefined) files.push([picture, badge(run)]);
  if (writeKnown !== undefined) {
    const list = draftKnownList(run.results, known);
    files.push([writeKnown, `${JSON.stringify(list, null, 2)}\n`]);
  }
  return files;
}

function describeMistake(error: unknown): string {
  if (error instanceof KnownListError) return error.message;
  if (error instanceof SyntaxError) return 'is not JSON';
  return `cannot be read (${systemCode(error)})`;
}
