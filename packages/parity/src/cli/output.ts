// What every command writes, and how it exits.
import { writeFile } from 'node:fs/promises';
import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types.js';

export const EXIT_FAILED = 1;
/** For wrong usage, and for files that cannot be read or written. */
export const EXIT_USAGE = 2;

// picocolors alone would colour a pipe where CI is set.
export const colours: Colors = createColors(
  process.stdout.isTTY === true && !process.env['NO_COLOR'],
);

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says what is wrong, and has the process exit for it. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = EXIT_USAGE;
}

/** Why a file cannot be read or written, such as `ENOENT`. */
export function systemCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}

/** @returns whether it was written; if not, it has been said */
export async function writeOrComplain(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text);
    return true;
  } catch (error) {
    complain(`${file}: cannot be written (${systemCode(error)})`);
    return false;
  }
}
