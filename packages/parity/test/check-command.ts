// Runs the built command `token04-parity check-command` in a folder of the test file's own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { bin } from './programs.ts';

export const directory: string = testFolder();

interface Output {
  exitCode?: number;
  stdout: string;
  stderr: string;
  lastLine: string;
}

export async function check(options: string[], command: readonly string[]): Promise<Output> {
  const args = [bin, 'check-command', ...options, '--', ...command];
  const { exitCode, stdout, stderr } = await execa(process.execPath, args, {
    cwd: directory,
    reject: false,
    timeout: 110_000,
  });
  return {
    ...(exitCode !== undefined && { exitCode }),
    stdout,
    stderr,
    lastLine: stdout.split('\n').at(-1) ?? '',
  };
}

export function write(name: string, content: unknown): string {
  writeFileSync(join(directory, name), JSON.stringify(content));
  return name;
}
