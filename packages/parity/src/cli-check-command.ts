import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type Command, InvalidArgumentError } from 'commander';
import { createColors } from 'picocolors';
import { badge } from './conformance/badge.ts';
import { type Description, readDescription } from './conformance/description.ts';
import { draftKnownList } from './conformance/known-draft.ts';
import { KnownListError, type KnownReasons, readKnownList } from './conformance/known-list.ts';
import { reportWriters } from './conformance/reports.ts';
import { type Conformance, checkConformance } from './conformance/run.ts';
import { listCases, showCase } from './conformance/show.ts';
import { shrinkRandomFailures } from './conformance/shrink.ts';
import { summary } from './conformance/summary.ts';
import { startTestee, type Testee, type TesteeOptions } from './testee.ts';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;
const PROGRESS_STEP = 100;

interface Options {
  report: string[];
  html?: string;
  badge?: string;
  writeKnown?: string;
  cases: number;
  seed: number;
  shard: { index: number; count: number };
  only: string;
  known?: string;
  timeLimit: number;
  list?: true;
  show?: string;
  verbose?: true;
}

/** Adds `check-command` to the program. */
export function addCheckCommand(program: Command): void {
  program
    .command('check-command')
    .description('test any implementation through JSON lines on stdin and stdout (PROTOCOL.md)')
    .argument('[command...]', 'the program to test and its arguments, after --')
    .option('--list', 'name the cases, each with its level and section; of a command, its own')
    .option('--show <id>', 'show what a case asks and expects')
    .option(
      '--report <file>',
      'write a report: .json, .html, or .xml for JUnit; repeatable',
      addReport,
      [],
    )
    .option('--html <file>', 'write a page of the run, by section')
    .option('--badge <file>', 'write a picture (SVG) of the result')
    .option('--write-known <file>', 'write the differences as a list, to be given reasons')
    .option('--cases <n>', 'how many random cases', integer(0, 1e9), 1000)
    .option('--seed <n>', 'for the random cases', integer(0, 0x7fff_ffff), 0)
    .option('--shard <i/n>', 'run one of n parts of the random cases', readShard, {
      index: 1,
      count: 1,
    })
    .option('--only <start>', 'run only the cases whose id starts so', '')
    .option('--known <file>', 'a list of known differences (token04-known/1)')
    .option('--time-limit <seconds>', 'for one answer', integer(1, 3600), 10)
    .option('--verbose', 'show the requests of failures')
    .action(checkCommand);
}

async function checkCommand(command: string[], options: Options): Promise<void> {
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
  const colours = createColors(process.stdout.isTTY === true && !process.env['NO_COLOR']);
  for (const line of await shrinkRandomFailures(run, start)) process.stdout.write(`${line}\n`);
  process.stdout.write(`${summary(run, colours, options.verbose)}\n`);
  if (run.counts.failed > 0) process.exitCode = EXIT_FAILED;
  await writeReports(run, options, known);
}

/** The cases for a testee as it describes itself; without one, for what can do everything. */
async function listOrShow(start: (() => Testee) | undefined, options: Options): Promise<void> {
  let description: Description | undefined;
  if (start !== undefined) {
    const read = await describe(start());
    if (typeof read === 'string') {
      complain(read);
      return;
    }
    description = read;
  }
  const { only, show } = options;
  const lines = show === undefined ? listCases(only, description) : showCase(show, description);
  if (lines === undefined || lines.length === 0) {
    complain(show === undefined ? `--only ${only}: no case's id starts so` : `no case ${show}`);
    return;
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function describe(testee: Testee): Promise<Description | string> {
  try {
    return readDescription((await testee.request('describe')).ok);
  } catch (error) {
    return (error as Error).message;
  } finally {
    await testee.end();
  }
}

async function writeReports(
  run: Conformance,
  options: Options,
  known: KnownReasons | undefined,
): Promise<void> {
  const files: [string, string][] = options.report.map((file) => [file, extname(file)]);
  if (options.html !== undefined) files.push([options.html, '.html']);
  const texts = files.map(([file, kind]): [string, string] => {
    const write = reportWriters[kind] as (run: Conformance) => string;
    return [file, write(run)];
  });
  if (options.badge !== undefined) texts.push([options.badge, badge(run)]);
  if (options.writeKnown !== undefined) {
    const list = draftKnownList(run.results, known);
    texts.push([options.writeKnown, `${JSON.stringify(list, null, 2)}\n`]);
  }
  for (const [file, text] of texts) {
    try {
      await writeFile(file, text);
    } catch (error) {
      complain(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
    }
  }
}

/** On a terminal only. */
function progressBar(): { update(done: number, total: number): void; stop(): void } | undefined {
  if (process.stderr.isTTY !== true) return undefined;
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {eta_formatted}',
    clearOnComplete: true,
  });
  bar.start(1, 0);
  return {
    update(done, total) {
      if (done % PROGRESS_STEP !== 0) return;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function addReport(file: string, files: string[]): string[] {
  if (!Object.hasOwn(reportWriters, extname(file))) {
    throw new InvalidArgumentError(`It must end in ${Object.keys(reportWriters).join(' or ')}.`);
  }
  return [...files, file];
}

function integer(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`It must be an integer from ${minimum} to ${maximum}.`);
  };
}

function readShard(text: string): { index: number; count: number } {
  const [index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).slice(1).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new InvalidArgumentError('It must be I/N, with I from 1 to N.');
}

function describeMistake(error: unknown): string {
  if (error instanceof KnownListError) return error.message;
  if (error instanceof SyntaxError) return 'is not JSON';
  return `cannot be read (${(error as NodeJS.ErrnoException).code})`;
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = EXIT_USAGE;
}
