import { readFile } from 'node:fs/promises';
import type { Dialect, Mode } from '@token04/fixtures';
import { type Command, Option } from 'commander';
import { htmlReport } from '../conformance/html-report.ts';
import type { Report } from '../conformance/report.ts';
import { dialects } from '../dialects/index.ts';
import { makeVectors, spellVectors } from '../make-vectors.ts';
import { startTestee } from '../testee.ts';
import { complain, print, writeOrComplain } from './output.ts';

interface VectorOptions {
  out: string;
  dialect: Dialect;
  mode: Mode;
  repository: string;
  path: string;
  commit?: string;
  sha256?: string;
  note: string;
  runtime?: string;
}

/** Adds `make-vectors` and `html`, which write files from what a testee or a report says. */
export function addFileCommands(program: Command): void {
  program
    .command('make-vectors')
    .description('write a vector file (token04-vectors/1) of what a program makes of all cases')
    .argument('<command...>', 'the program (PROTOCOL.md) and its arguments, after --')
    .requiredOption('--out <file>', 'where to write it')
    .addOption(
      new Option('--dialect <name>', 'how it spells the plaintext')
        .choices(Object.keys(dialects))
        .makeOptionMandatory(),
    )
    .addOption(new Option('--mode <mode>').choices(['cbc', 'gcm']).makeOptionMandatory())
    .requiredOption('--repository <name>', 'where the generator comes from')
    .requiredOption('--path <path>', 'its main file there')
    .option('--commit <hash>', 'the commit, if it is known')
    .option('--sha256 <hash>', 'of the main file, if it is known')
    .option('--note <text>', 'what else there is to know of its origin', '')
    .option('--runtime <text>', 'compiler or interpreter, with its version')
    .action(writeVectors);
  program
    .command('html')
    .description('write a page of several reports, side by side')
    .argument('<report...>', 'JSON reports of check-command')
    .requiredOption('--out <file>', 'where to write it')
    .action(writePage);
}

async function writeVectors(
  [program = '', ...args]: string[],
  options: VectorOptions,
): Promise<void> {
  const { out, dialect, mode, repository, path, note, runtime } = options;
  const { commit = null, sha256 = null } = options;
  const source = { repository, path, commit, sha256, note };
  const testee = startTestee(program, args);
  try {
    const origin = { dialect, mode, source, ...(runtime !== undefined && { runtime }) };
    const file = await makeVectors(testee, origin);
    if (!(await writeOrComplain(out, spellVectors(file)))) return;
    const tokens = file.vectors.filter(({ result }) => result === 'token').length;
    print(`wrote ${out}: ${tokens} tokens of ${file.vectors.length} cases`);
  } catch (error) {
    complain((error as Error).message);
  } finally {
    await testee.end();
  }
}

async function writePage(files: string[], { out }: { out: string }): Promise<void> {
  const reports: Report[] = [];
  for (const file of files) {
    try {
      const report = JSON.parse(await readFile(file, 'utf8'));
      if (report?.format !== 'token04-conformance/1') throw new SyntaxError('no report');
      reports.push(report);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      complain(`${file}: ${code === undefined ? 'is no report' : `cannot be read (${code})`}`);
      return;
    }
  }
  if (await writeOrComplain(out, htmlReport(reports))) print(`wrote ${out}`);
}
