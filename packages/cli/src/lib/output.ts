import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { harmless } from './text.ts';

/** picocolors alone would colour a pipe where CI is set. */
export const colours: ReturnType<typeof createColors> = createColors(
  process.stdout.isTTY === true && !process.env['NO_COLOR'],
);

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(harmless(JSON.stringify(value, null, 2)));
}

export const GOOD: string = colours.green('✓');
export const BAD: string = colours.red('✗');

const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right'].flatMap((side) =>
    ['', '-mid', '-left', '-right'].map((part) => [side + part, '']),
  ),
);

/** Rows with their cells one under the other, indented by two. */
export function table(rows: readonly (readonly string[])[]): string {
  const lines = new Table({
    chars: { ...NO_BORDERS, mid: '', 'mid-mid': '', 'left-mid': '', 'right-mid': '', middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  lines.push(...rows.map((row) => [...row]));
  return lines
    .toString()
    .split('\n')
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
