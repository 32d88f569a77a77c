import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const isSkipped = !isLinux || (isMissing && !process.env['CI']);
  const reason = isLinux ? `${tool} is not found on this machine` : 'this is not Linux';
  if (isSkipped) console.log(`skipped: ${title}, as ${reason}`);
  describe.skipIf(isSkipped)(title, tests);
}

/** A folder with `token04` in it, for PATH. The caller removes it. */
export function folderWithCommand(): string {
  const folder = mkdtempSync(join(tmpdir(), 'token04-path-'));
  symlinkSync(bin, join(folder, 'token04'));
  return folder;
}
