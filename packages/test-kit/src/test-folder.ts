import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** For test files of vitest: a folder of its own until all of the file's tests have run. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'token04-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}
