import { Token04Error, type Token04ErrorCode } from '../errors.ts';
import { MAX_PLAINTEXT_BYTES, MODES, type Token04Mode } from './wire.ts';

/** Checks a value, and gives it as it is used. The argument is its name in errors. */
export type Reader<T> = (value: unknown, argument: string) => T;

/**
 * A reader of values for which a test holds. It also takes what to throw in place of an error about
 * an argument; of the value, which may be confidential, that error shall say nothing.
 */
export type Rule<T> = (value: unknown, argument: string, fail?: (reason: string) => never) => T;

/** Ten years. More is nearly always a timestamp that was passed as a duration. */
const MAX_EFFECTIVE_TIME = 315_360_000;
const KEY_BYTES = 32;

export const utf8: TextEncoder = new TextEncoder();

/** A string that UTF-8 can hold: no half of a surrogate pair stands alone. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}

function isFilledText(value: unknown, maximum = Infinity): value is string {
  return isText(value) && value !== '' && value.length <= maximum;
}

export function argumentError(
  argument: string,
  expected: string,
  got: string,
  code: Token04ErrorCode = 'ERR_TOKEN04_ARGUMENT',
): Token04Error {
  return new Token04Error(code, `${argument} must be ${expected}, got ${got}`, { argument });
}

/** What came, in words. Of a string that may be confidential nothing is shown but its length. */
export function describe(value: unknown, confidential = true): string {
  if (typeof value === 'string') {
    // Too short and too plain to be a server secret.
    if (!confidential && /^[\w.+-]{0,20}$/.test(value)) return `the string "${value}"`;
    return `a string of ${value.length} characters`;
  }
  if (isArray(value)) return 'an array';
  if (value && typeof value === 'object') return 'an object';
  // An e is in boolean, number, undefined and null's object; none in bigint, function and symbol.
  return /e/.test(typeof value) ? String(value) : `a ${typeof value}`;
}

/** `Array.isArray` throws for a revoked proxy. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

export function rule<T>(
  expected: string,
  isGood: (value: unknown) => boolean,
  code?: Token04ErrorCode,
): Rule<T> {
  return (value, argument, fail) => {
    if (isGood(value)) return value as T;
    fail?.(`${argument} must be ${expected}`);
    throw argumentError(argument, expected, describe(value, code === 'ERR_TOKEN04_SECRET'), code);
  };
}

export const integer = (
  minimum: number,
  maximum: number,
  code?: Token04ErrorCode,
  hint = '',
): Rule<number> =>
  rule<number>(
    `an integer from ${minimum} to ${maximum}${hint}`,
    (value) =>
      Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum,
    code,
  );

export const appIdArgument: Rule<number> = /* @__PURE__ */ integer(
  1,
  0xffff_ffff,
  'ERR_TOKEN04_APP_ID',
);

/** Up to 64 UTF-16 units, as official Java and Node (GCM) count them. */
export const userIdArgument: Reader<string> = /* @__PURE__ */ rule(
  'a well-formed string of 1 to 64 UTF-16 units',
  (value) => isFilledText(value, 64),
  'ERR_TOKEN04_USER_ID',
);

export const upToBytes = (
  maximum: number,
  code: Token04ErrorCode = 'ERR_TOKEN04_USER_ID',
): Rule<string> =>
  rule(
    `a well-formed string of 1 to ${maximum} UTF-8 bytes`,
    (value) => isFilledText(value, maximum) && utf8.encode(value).length <= maximum,
    code,
  );

const secretText: Rule<string> = /* @__PURE__ */ rule(
  'a string of 32 UTF-8 bytes (not the AppSign)',
  (value) => isFilledText(value, KEY_BYTES) && utf8.encode(value).length === KEY_BYTES,
  'ERR_TOKEN04_SECRET',
);

/** The server secret as the bytes of the AES-256 key: its text in UTF-8, not decoded from hex. */
export const secretArgument: Reader<Uint8Array> = (value, argument) =>
  utf8.encode(secretText(value, argument));

const effectiveTime = (maximum: number): Rule<number> =>
  integer(1, maximum, 'ERR_TOKEN04_EFFECTIVE_TIME', ' (seconds, no timestamp; see allowLongLived)');

/** Made once, as it is on the way of every token. */
const upToTenYears: Rule<number> = /* @__PURE__ */ effectiveTime(MAX_EFFECTIVE_TIME);

export const effectiveTimeArgument = (allowLongLived: boolean, longest: number): Rule<number> =>
  allowLongLived ? effectiveTime(longest) : upToTenYears;

const payloadText: Reader<string> = /* @__PURE__ */ rule(
  'a well-formed string (see roomPayload)',
  isText,
  'ERR_TOKEN04_PAYLOAD',
);

/** An absent payload is the empty one. */
export function payloadArgument(value: unknown = '', argument: string): string {
  // Every UTF-16 unit takes at least one byte, so this is refused before it is looked at.
  if (typeof value === 'string' && value.length > MAX_PLAINTEXT_BYTES) throw tooLarge(argument);
  return payloadText(value, argument);
}

export function tooLarge(argument: string): Token04Error {
  const expected = `at most ${MAX_PLAINTEXT_BYTES} bytes of JSON`;
  return argumentError(argument, expected, 'more', 'ERR_TOKEN04_TOO_LARGE');
}

export const booleanArgument: Reader<boolean> = /* @__PURE__ */ rule(
  'a boolean',
  (value) => typeof value === 'boolean',
);

export const numberArgument: Reader<number> = /* @__PURE__ */ rule(
  'a finite number',
  Number.isFinite,
);

export const secondsArgument: Reader<number> = /* @__PURE__ */ rule(
  'a number of at least 0',
  (value) => Number.isFinite(value) && (value as number) >= 0,
);

/** A well-formed string of any length. */
export const textArgument: Rule<string> = /* @__PURE__ */ rule('a well-formed string', isText);

/** Any string, even an ill-formed one. */
export const stringArgument = (code?: Token04ErrorCode): Reader<string> =>
  rule('a string', (value) => typeof value === 'string', code);

/** A well-formed string of any length but 0. */
export const filledArgument = (code?: Token04ErrorCode): Reader<string> =>
  rule('a well-formed string, not empty', (value) => isFilledText(value), code);

export const oneOf = <const T extends string>(choices: readonly T[]): Rule<T> =>
  rule(`one of ${choices.join(', ')}`, (value) => choices.includes(value as T));

export const modeArgument: Reader<Token04Mode> = /* @__PURE__ */ oneOf(MODES);

/** What an absent value stands for is not checked. */
export function optional<T>(read: Reader<T>): Reader<T | undefined>;
export function optional<T, const D>(read: Reader<T>, absent: D): Reader<T | D>;
export function optional<T>(read: Reader<T>, absent?: unknown): Reader<unknown> {
  return (value, argument) => (value === undefined ? absent : read(value, argument));
}

/** The elements of a list, copied. */
export function listElements(
  value: unknown,
  argument: string,
  mayBeEmpty = false,
  code?: Token04ErrorCode,
): unknown[] {
  let elements: unknown[] | undefined;
  try {
    if (isArray(value)) elements = [...value];
  } catch {
    // A proxy of the caller's threw; it counts as no list.
  }
  if (elements && (elements.length > 0 || mayBeEmpty)) return elements;
  const got = elements ? '[]' : describe(value);
  throw argumentError(argument, `a list${mayBeEmpty ? '' : ', not empty'}`, got, code);
}

/** A list, not empty. */
export const listOf =
  <T>(read: Reader<T>, code?: Token04ErrorCode): Reader<T[]> =>
  (value, argument) =>
    listElements(value, argument, false, code).map((element, index) =>
      read(element, `${argument}[${index}]`),
    );

/**
 * An object's fields, copied, so that what is checked is what is used. One that is not known is
 * refused: a misspelt `payload` or `userId` would silently leave out a restriction or a check.
 *
 * @param copy reads each known field once
 */
export function copyFields<F, T>(
  value: unknown,
  argument: string,
  known: readonly string[],
  copy: (value: F) => T,
): T {
  let got = describe(value);
  if (got === 'an object') {
    try {
      const fields = copy(value as F);
      if (Object.keys(value as object).every((key) => known.includes(key))) return fields;
      // Which are not told: one of them may be a secret in the wrong place.
      got += ' with other keys';
    } catch {
      // A getter or a proxy of the caller's did.
      got += ' that throws';
    }
  }
  throw argumentError(argument, `an object with ${known.join(', ')}`, got);
}

/**
 * The fields of an object, each by its reader.
 *
 * @param isStrict for options of which each switches a check on: absent it is off, but one that
 * came out undefined, as in `userId: session?.id`, is a mistake
 */
export function readFields<R extends { readonly [field: string]: Reader<unknown> }>(
  value: unknown,
  argument: string,
  readers: R,
  isStrict = false,
): { readonly [field in keyof R]: ReturnType<R[field]> } {
  const known = Object.keys(readers);
  const fields = copyFields(value, argument, known, (value: { [field: string]: unknown }) => {
    const copy: { [field: string]: unknown } = {};
    for (const name of known) {
      if (name in value) copy[name] = value[name];
    }
    return copy;
  });
  for (const name of known) {
    const isUndefined = name in fields && fields[name] === undefined;
    fields[name] = (readers[name] as Reader<unknown>)(fields[name], name);
    if (isStrict && isUndefined) throw argumentError(name, 'absent or defined', 'undefined');
  }
  return fields as { readonly [field in keyof R]: ReturnType<R[field]> };
}
