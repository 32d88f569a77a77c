import { execa } from 'execa';

/** Whether a program of this machine runs and exits with 0. */
export async function runs(program: string, ...args: string[]): Promise<boolean> {
  return (await execa(program, args, { reject: false })).exitCode === 0;
}

/**
 * Whether tests are to be skipped, since the machine lacks what they need; says so in a line. In CI
 * none is: there they fail for the want of it.
 *
 * @param title of the tests
 * @param need what they need, and whether it is there
 */
export function skips(title: string, need: { what: string; isThere: boolean }): boolean {
  if (need.isThere || process.env['CI']) return false;
  console.warn(`SKIPPED: ${title}, since there is no ${need.what}`);
  return true;
}
