import { Token04Error, type Token04ErrorCode } from '../errors.ts';
import { MAX_PLAINTEXT_BYTES } from './wire.ts';

/** Ten years. More is nearly always a timestamp that was passed as a duration. */
const MAX_EFFECTIVE_TIME = 315_360_000;
const NO_TIMESTAMP = ' (a duration, no timestamp; more with allowLongLived: true)';
export const MAX_APP_ID = 0xffff_ffff;
const KEY_BYTES = 32;

const utf8 = new TextEncoder();

/** A string that UTF-8 can hold: no half of a surrogate pair stands alone. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && isWellFormed(value);
}

/** 1 to so many bytes in UTF-8. */
export function isUpToBytes(text: string, maximum: number): boolean {
  return text !== '' && text.length <= maximum && utf8.encode(text).length <= maximum;
}

export function argumentError(
  argument: string,
  expected: string,
  got: string,
  code: Token04ErrorCode = 'ERR_TOKEN04_ARGUMENT',
): Token04Error {
  return new Token04Error(code, `${argument} must be ${expected}, got ${got}`, { argument });
}

/** The value, if it is good. */
export function demand<T>(
  good: boolean,
  value: unknown,
  argument: string,
  expected: string,
  code?: Token04ErrorCode,
  confidential = true,
): T {
  if (good) return value as T;
  throw argumentError(argument, expected, describe(value, confidential), code);
}

/** What came, in words. Of a string that may be confidential nothing is shown but its length. */
export function describe(value: unknown, confidential = true): string {
  if (typeof value === 'string') {
    // Too short and too plain to be a server secret.
    if (!confidential && /^[\w.+-]{0,20}$/.test(value)) return `the string "${value}"`;
    return `a string of ${value.length} characters${isWellFormed(value) ? '' : ', ill-formed'}`;
  }
  if (isArray(value)) return 'an array';
  if (value && typeof value === 'object') return 'an object';
  return /bigint|symbol|function/.test(typeof value) ? `a ${typeof value}` : String(value);
}

/** A key may come from anywhere: it is shown if it is shorter and plainer than a secret. */
export function describeKey(key: string): string {
  return /^\w{1,24}$/.test(key) ? `"${key}"` : 'of another name';
}

/** `Array.isArray` throws for a revoked proxy. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

export function appIdArgument(value: unknown, argument = 'appId'): number {
  return demand(
    isIntegerWithin(value, 1, MAX_APP_ID),
    value,
    argument,
    'an integer from 1 to 4294967295',
    'ERR_TOKEN04_APP_ID',
    false,
  );
}

/** Up to 64 UTF-16 units, as official Java and Node (GCM) count them. */
export function userIdArgument(value: unknown, argument = 'userId'): string {
  return demand(
    isText(value) && value !== '' && value.length <= 64,
    value,
    argument,
    'a well-formed string of 1 to 64 UTF-16 units',
    'ERR_TOKEN04_USER_ID',
  );
}

/** The server secret as the bytes of the AES-256 key: its text in UTF-8, not decoded from hex. */
export function secretArgument(value: unknown, argument: string): Uint8Array {
  // What is longer in UTF-16 is longer in UTF-8; an AppSign, which is often taken for it, has 64.
  const key = isText(value) && value.length <= KEY_BYTES ? utf8.encode(value) : undefined;
  if (key?.length === KEY_BYTES) return key;
  throw argumentError(
    argument,
    'a string of 32 UTF-8 bytes (the server secret, not the AppSign)',
    describe(value) + (key ? `, ${key.length} bytes` : ''),
    'ERR_TOKEN04_SECRET',
  );
}

export function effectiveTimeArgument(
  value: unknown,
  allowLongLived: boolean,
  longest: number,
  argument: string,
): number {
  const maximum = allowLongLived ? longest : MAX_EFFECTIVE_TIME;
  if (isIntegerWithin(value, 1, maximum)) return value;
  throw argumentError(
    argument,
    `an integer of seconds from 1 to ${maximum}${allowLongLived ? '' : NO_TIMESTAMP}`,
    describe(value, false),
    'ERR_TOKEN04_EFFECTIVE_TIME',
  );
}

/** An absent payload is the empty one. */
export function payloadArgument(value: unknown = '', argument = 'payload'): string {
  // Every UTF-16 unit takes at least one byte, so this is refused before it is looked at.
  if (typeof value === 'string' && value.length > MAX_PLAINTEXT_BYTES) throw tooLarge(argument);
  return demand(
    isText(value),
    value,
    argument,
    'a well-formed string, such as roomPayload() or JSON.stringify() makes',
    'ERR_TOKEN04_PAYLOAD',
  );
}

export function tooLarge(argument: string): Token04Error {
  return new Token04Error(
    'ERR_TOKEN04_TOO_LARGE',
    `${argument} is too large: the token's JSON may have ${MAX_PLAINTEXT_BYTES} bytes at most`,
    { argument },
  );
}

export function oneOf<T extends string>(
  value: unknown,
  choices: readonly T[],
  argument: string,
): T {
  const expected = `'${choices.join("' or '")}'`;
  return demand(choices.includes(value as T), value, argument, expected, undefined, false);
}

export function booleanArgument(value: unknown, argument: string): boolean {
  return demand(typeof value === 'boolean', value, argument, 'true or false', undefined, false);
}

export function numberArgument(value: unknown, argument: string, minimum = -Infinity): number {
  const good = Number.isFinite(value) && (value as number) >= minimum;
  const expected = `a finite number${minimum === 0 ? ' of at least 0' : ''}`;
  return demand(good, value, argument, expected, undefined, false);
}

/** A well-formed string of any length. */
export function textArgument(value: unknown, argument: string): string {
  return demand(isText(value), value, argument, 'a well-formed string');
}

/** A well-formed string of any length but 0. */
export function filledArgument(value: unknown, argument: string, code?: Token04ErrorCode): string {
  const good = isText(value) && value !== '';
  return demand(good, value, argument, 'a well-formed string, not empty', code);
}

export const NOT_EMPTY = 'a list, not empty';

/** The elements of a list, each read once, and each passed on with its name. */
export function listArgument<T>(
  value: unknown,
  argument: string,
  read: (element: unknown, argument: string) => T,
  expected = 'a list',
  code?: Token04ErrorCode,
): T[] {
  let elements: unknown[] | undefined;
  try {
    if (Array.isArray(value)) elements = Array.from(value);
  } catch {
    // A proxy of the caller's threw; it counts as no list.
  }
  if (elements && (elements.length > 0 || expected === 'a list')) {
    return elements.map((element, index) => read(element, `${argument}[${index}]`));
  }
  throw argumentError(argument, expected, elements ? 'an empty one' : describe(value), code);
}

export function isIntegerWithin(value: unknown, minimum: number, maximum: number): value is number {
  return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
}

/**
 * The named fields of an options object, each read once, so that what is checked is what is used.
 * A field that is not known is refused: a misspelt `payload` or `userId` would silently leave out
 * a restriction or a check.
 *
 * @param copy reads them by fixed names where speed counts
 */
export function readFields<K extends string>(
  value: unknown,
  argument: string,
  known: readonly K[],
  copy = (value: Fields<K>): Fields<K> => {
    const fields: { [key in K]?: unknown } = {};
    for (const key of known) {
      if (key in value) fields[key] = value[key];
    }
    return fields;
  },
): Fields<K> {
  let got = describe(value);
  if (got === 'an object') {
    try {
      const fields = copy(value as Fields<K>);
      const unknown = Object.keys(value as object).find((key) => !known.includes(key as K));
      if (unknown === undefined) return fields;
      got = `one with the key ${describeKey(unknown)}`;
    } catch {
      // A getter or a proxy of the caller's threw.
      got = 'one that cannot be read';
    }
  }
  throw argumentError(argument, `an object with ${known.join(', ')}`, got);
}

/**
 * As {@link readFields}, for options of which each switches a check on: absent it is off, but one
 * that came out undefined, as in `userId: session?.id`, is a mistake.
 */
export function readChecks<R extends string, C extends string>(
  options: unknown,
  required: R,
  checks: readonly C[],
): { readonly [key in R | C]?: unknown } {
  const fields = readFields(options, 'options', [required, ...checks]);
  for (const name of checks) {
    if (name in fields && fields[name] === undefined) {
      throw argumentError(name, 'absent or given a value', 'undefined');
    }
  }
  return fields;
}

type Fields<K extends string> = { readonly [key in K]?: unknown };
