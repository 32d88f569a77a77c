#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { checkCommunityFixtures, checkFixtures } from './check-fixtures.ts';
import { checkVectorFile } from './check-vectors.ts';
import { addCheckCommand } from './cli/check-command.ts';
import { addFileCommands } from './cli/file-commands.ts';
import {
  colours,
  complain,
  EXIT_FAILED,
  EXIT_USAGE,
  print,
  systemCode,
  writeOrComplain,
} from './cli/output.ts';
import { closingLine } from './closing-line.ts';
import { unusedDifferences } from './known-differences.ts';
import { compatibilityMatrix, compatibilityReport } from './report.ts';
import { testeesWithoutResults } from './testees-report.ts';
import type { VectorCheck } from './vector-check.ts';
import { VectorFileError } from './vector-file.ts';

const program = new Command('token04-parity')
  .description('Holds token04 to what the official generators make, byte for byte.')
  .version(packageJson.version)
  .exitOverride();

program
  .command('check-vectors')
  .description('check vector files (token04-vectors/1)')
  .argument('<file...>', 'JSON files')
  .action(checkVectors);

program
  .command('report')
  .description('check all fixtures and write the matrix of languages, modes and checks')
  .option('--out <file>', 'where to write it', 'COMPATIBILITY.md')
  .action(report);

addCheckCommand(program);
addFileCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
}

async function checkVectors(files: string[]): Promise<void> {
  const checks: VectorCheck[] = [];
  let hasBadFile = false;
  for (const file of files) {
    try {
      const check = checkVectorFile(await readJson(file));
      checks.push(check);
      print(summary(file, check));
    } catch (error) {
      if (!(error instanceof VectorFileError)) throw error;
      hasBadFile = true;
      complain(`${file}: ${error.message}`);
    }
  }
  finish(checks, 0);
  // A file that cannot be read weighs more than one that fails.
  if (hasBadFile) process.exitCode = EXIT_USAGE;
}

async function report({ out }: { out: string }): Promise<void> {
  const official = checkFixtures();
  const checks = [...official, ...checkCommunityFixtures()];
  const unused = unusedDifferences(checks);
  for (const { dialect, mode, id } of unused) {
    print(`${colours.red(id)} known-difference no vector of ${dialect} ${mode} has this id`);
  }
  print(compatibilityMatrix(official));
  if (!(await writeOrComplain(out, compatibilityReport(checks)))) return;
  for (const check of checks) {
    for (const line of failureLines(check)) print(`${check.dialect} ${check.mode} ${line}`);
  }
  for (const id of testeesWithoutResults()) {
    print(`${id} was not run yet: node packages/parity/testees/run.mjs ${id}`);
  }
  print(`wrote ${out}`);
  finish(checks, unused.length);
}

function failureLines({ failed }: VectorCheck): string[] {
  return failed.map(({ id, step, message }) => `${colours.red(id)} ${step} ${message}`);
}

/** The failures of one file, and a line of counts. */
function summary(file: string, check: VectorCheck): string {
  const { tokens, rejections, crashes } = check.counts;
  const counts = [
    `${tokens} tokens`,
    `${rejections} rejections`,
    `${check.knownDifferences.length} known differences`,
    `${crashes} crashes not compared`,
    `${check.failed.length} failed`,
  ];
  return [
    ...failureLines(check),
    `${file}: ${check.dialect} ${check.mode}, ${counts.join(', ')}`,
  ].join('\n');
}

/** The last line, and the exit code that goes with it. */
function finish(checks: readonly VectorCheck[], unusedDifferences: number): void {
  const checked = checks.reduce((sum, check) => sum + check.checked, 0);
  const failed = checks.reduce((sum, check) => sum + check.failed.length, 0);
  const allFailed = failed + unusedDifferences;
  print(closingLine(checked - failed, allFailed, colours));
  if (allFailed > 0) process.exitCode = EXIT_FAILED;
}

async function readJson(file: string): Promise<unknown> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new VectorFileError('', `cannot be read (${systemCode(error)})`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the text, which may hold secrets.
    throw new VectorFileError('', 'is not JSON in UTF-8');
  }
}
