import { print } from './output.ts';
import { harmless } from './text.ts';
import { wrap } from './wrap.ts';

/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 100;
const NARROWEST = 40;

/** A sentence, indented; on a terminal it is wrapped, in a pipe it stays one line. */
export function printText(text: string): void {
  const { columns = WIDEST, isTTY } = process.stdout;
  const width = isTTY ? Math.max(NARROWEST, Math.min(columns, WIDEST)) : Number.POSITIVE_INFINITY;
  print(wrap(harmless(text), width, '  '));
}
