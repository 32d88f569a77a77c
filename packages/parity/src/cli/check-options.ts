import { extname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { reportWriters } from '../conformance/reports.ts';

/** What `check-command` can be told. */
export interface CheckOptions {
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

export function addCheckOptions(command: Command): Command {
  return command
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
    .option('--verbose', 'show the requests of failures');
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
