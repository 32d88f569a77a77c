import { Token04Error, type Token04ErrorCode } from '../errors.ts';
import { describe, isArray, isFilledText, isText } from './describe.ts';

/**
 * Checks a value, and gives it as it is used.
 *
 * @param argument its name in an error
 * @throws Token04Error
 */
export type Reader<T> = (value: unknown, argument: string) => T;

/** Says in one form which argument is wrong, what was expected and what came. */
export function argumentError(
  argument: string,
  expected: string,
  got: string,
  code: Token04ErrorCode = 'ERR_TOKEN04_ARGUMENT',
): Token04Error {
  return new Token04Error(code, `${argument} must be ${expected}, got ${got}`, { argument });
}

/** A reader of values for which a test holds. */
export function reader<T>(
  expected: string,
  isGood: (value: unknown) => value is T,
  code?: Token04ErrorCode,
): Reader<T> {
  return (value, argument) => {
    if (isGood(value)) return value;
    throw argumentError(argument, expected, describe(value), code);
  };
}

export function isIntegerWithin(value: unknown, minimum: number, maximum: number): value is number {
  return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
}

export function integer(minimum: number, maximum: number): Reader<number> {
  return reader(`an integer from ${minimum} to ${maximum}`, (value) =>
    isIntegerWithin(value, minimum, maximum),
  );
}

export const readBoolean: Reader<boolean> = /* @__PURE__ */ reader(
  'true or false',
  (value) => typeof value === 'boolean',
);

export const readNumber: Reader<number> = /* @__PURE__ */ reader('a number', isFiniteNumber);

export const readSeconds: Reader<number> = /* @__PURE__ */ reader(
  'at least 0',
  (value): value is number => isFiniteNumber(value) && value >= 0,
);

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** Any string, even an ill-formed one. */
export function string(code?: Token04ErrorCode): Reader<string> {
  return reader('a string', (value) => typeof value === 'string', code);
}

export const readString: Reader<string> = /* @__PURE__ */ string();

/** A string of any length that UTF-8 can hold. */
export const readText: Reader<string> = /* @__PURE__ */ reader('a well-formed string', isText);

export const readFilledText: Reader<string> = /* @__PURE__ */ reader(
  'a well-formed string, not empty',
  isFilledText,
);

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return reader(`one of ${choices.join(', ')}`, (value): value is T =>
    choices.includes(value as T),
  );
}

/** What an absent value stands for is not checked. */
export function optional<T>(read: Reader<T>): Reader<T | undefined>;
export function optional<T, const D>(read: Reader<T>, absent: D): Reader<T | D>;
export function optional<T>(read: Reader<T>, absent?: unknown): Reader<unknown> {
  return (value, argument) => (value === undefined ? absent : read(value, argument));
}

/** The elements of a list, copied, so that what is checked is what is used. */
export function copyList(value: unknown, argument: string): unknown[] {
  try {
    if (isArray(value)) return [...value];
  } catch {
    // A proxy of the caller's threw.
    throw argumentError(argument, 'a list', 'one that throws');
  }
  throw argumentError(argument, 'a list', describe(value));
}

/** A list that is not empty, each of its elements by the reader. */
export function listOf<T>(read: Reader<T>, code?: Token04ErrorCode): Reader<T[]> {
  return (value, argument) => {
    const elements = copyList(value, argument);
    if (elements.length === 0) throw argumentError(argument, 'a list, not empty', '[]', code);
    return elements.map((element, index) => read(element, `${argument}[${index}]`));
  };
}
