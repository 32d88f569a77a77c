import { Token04Error } from '@token04/core/web';

/** A day: no option has a use for more, and a timer can hold it. */
const LONGEST_SECONDS = 86_400;

export function functionArgument(value: unknown, argument: string): void {
  if (typeof value !== 'function') throw argumentError(argument, 'a function', typeof value);
}

export function secondsArgument(value: unknown, argument: string, minimum: number): void {
  if (typeof value !== 'number' || !(value >= minimum && value <= LONGEST_SECONDS)) {
    const got = typeof value === 'number' ? String(value) : typeof value;
    throw argumentError(argument, `seconds, from ${minimum} to ${LONGEST_SECONDS}`, got);
  }
}

function argumentError(argument: string, expected: string, got: string): Token04Error {
  const message = `${argument} must be ${expected}, got ${got}`;
  return new Token04Error('ERR_TOKEN04_ARGUMENT', message, { argument });
}
