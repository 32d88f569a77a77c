import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { skips } from '@token04/test-kit/missing';
import { testFolder } from '@token04/test-kit/test-folder';
import { execaSync } from 'execa';
import { describe, type SuiteFactory } from 'vitest';
import { bin } from './run.ts';

/**
 * Tests that need a program of Linux, where these programs have the options used here. Where it is
 * missing they are skipped with a line, or fail in CI.
 */
export function describeWith(tool: string, title: string, tests: SuiteFactory): void {
  const isLinux = process.platform === 'linux';
  const isMissing = execaSync(tool, ['--version'], { reject: false }).exitCode === undefined;
  if (!isLinux) console.log(`skipped: ${title}, as this is not Linux`);
  describe.skipIf(!isLinux || skips(title, { what: tool, isThere: !isMissing }))(title, tests);
}

/** A folder with `token04` in it, for PATH, until the tests of the file have run. */
export function folderWithCommand(): string {
  const folder = testFolder();
  symlinkSync(bin, join(folder, 'token04'));
  return folder;
}
