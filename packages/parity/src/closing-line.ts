import type { Colors } from 'picocolors/types.js';

/** The last line of a run: `N passed, N failed`, with a colour for the one that matters. */
export function closingLine(passed: number, failed: number, colours: Colors): string {
  return failed === 0
    ? `${colours.green(`${passed} passed`)}, ${failed} failed`
    : `${passed} passed, ${colours.red(`${failed} failed`)}`;
}
