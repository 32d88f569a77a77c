import { Token04Error, type Token04ErrorCode } from '../errors.ts';
import { MAX_PLAINTEXT_BYTES } from './wire.ts';

/** Ten years. More is nearly always a timestamp that was passed as a duration. */
const MAX_EFFECTIVE_TIME = 315_360_000;
export const MAX_APP_ID = 0xffff_ffff;
const MAX_USER_ID_LENGTH = 64;
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
  code: Token04ErrorCode,
  argument: string,
  expected: string,
  got: string,
): Token04Error {
  return new Token04Error(code, `${argument} must be ${expected}, got ${got}`, { argument });
}

/** What came, in words. A string is quoted only where it is too short to be a server secret. */
export function describe(value: unknown): string {
  if (typeof value === 'string' && /^[\w.+-]{0,20}$/.test(value)) return `the string "${value}"`;
  return describeKind(value);
}

/** A key may come from anywhere: it is shown if it is shorter and plainer than a secret. */
export function describeKey(key: string): string {
  return /^\w{1,24}$/.test(key) ? `"${key}"` : 'of another name';
}

/** As {@link describe}, for values that may be confidential: nothing of a string is shown. */
export function describeKind(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `a string of ${value.length} characters${isWellFormed(value) ? '' : ', ill-formed'}`;
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      return value === null ? 'null' : isArray(value) ? 'an array' : 'an object';
    default:
      return `a ${typeof value}`;
  }
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
  if (!isIntegerWithin(value, 1, MAX_APP_ID)) {
    throw argumentError(
      'ERR_TOKEN04_APP_ID',
      argument,
      `an integer from 1 to ${MAX_APP_ID}`,
      describe(value),
    );
  }
  return value;
}

/** Up to 64 UTF-16 units, as official Java and Node (GCM) count them. */
export function userIdArgument(value: unknown, argument = 'userId'): string {
  if (!isText(value) || value === '' || value.length > MAX_USER_ID_LENGTH) {
    throw argumentError(
      'ERR_TOKEN04_USER_ID',
      argument,
      `a well-formed string of 1 to ${MAX_USER_ID_LENGTH} UTF-16 units`,
      describeKind(value),
    );
  }
  return value;
}

/** The server secret as the bytes of the AES-256 key: its text in UTF-8, not decoded from hex. */
export function secretArgument(value: unknown, argument: string): Uint8Array {
  // What is longer in UTF-16 is longer in UTF-8; an AppSign, which is often taken for it, has 64.
  const key = isText(value) && value.length <= KEY_BYTES ? utf8.encode(value) : undefined;
  if (key?.length !== KEY_BYTES) {
    throw argumentError(
      'ERR_TOKEN04_SECRET',
      argument,
      `a string of ${KEY_BYTES} UTF-8 bytes (the server secret, not the AppSign)`,
      describeKind(value) + (key ? `, ${key.length} bytes` : ''),
    );
  }
  return key;
}

export function effectiveTimeArgument(
  value: unknown,
  allowLongLived: boolean,
  maximum: number,
  argument: string,
): number {
  if (!isIntegerWithin(value, 1, maximum)) {
    throw argumentError(
      'ERR_TOKEN04_EFFECTIVE_TIME',
      argument,
      `an integer of seconds, from 1 to ${maximum}`,
      describe(value),
    );
  }
  if (value > MAX_EFFECTIVE_TIME && !allowLongLived) {
    throw argumentError(
      'ERR_TOKEN04_EFFECTIVE_TIME',
      argument,
      `a duration of at most ${MAX_EFFECTIVE_TIME} seconds (ten years)`,
      `${value} (a timestamp? if it is meant, pass allowLongLived: true)`,
    );
  }
  return value;
}

/** An absent payload is the empty one. */
export function payloadArgument(value: unknown, argument = 'payload'): string {
  if (value === undefined) return '';
  // Every UTF-16 unit takes at least one byte, so this is refused before it is looked at.
  if (typeof value === 'string' && value.length > MAX_PLAINTEXT_BYTES) throw tooLarge(argument);
  if (!isText(value)) {
    throw argumentError(
      'ERR_TOKEN04_PAYLOAD',
      argument,
      'a well-formed string, such as roomPayload() or JSON.stringify() makes',
      describeKind(value),
    );
  }
  return value;
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
  if (!choices.includes(value as T)) {
    const expected = choices.map((choice) => `'${choice}'`).join(' or ');
    throw argumentError('ERR_TOKEN04_ARGUMENT', argument, expected, describe(value));
  }
  return value as T;
}

export function booleanArgument(value: unknown, argument: string): boolean {
  if (typeof value !== 'boolean') {
    throw argumentError('ERR_TOKEN04_ARGUMENT', argument, 'true or false', describe(value));
  }
  return value;
}

export function numberArgument(value: unknown, argument: string, minimum?: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < (minimum ?? value)) {
    const expected = `a finite number${minimum === undefined ? '' : ` of at least ${minimum}`}`;
    throw argumentError('ERR_TOKEN04_ARGUMENT', argument, expected, describe(value));
  }
  return value;
}

/** A well-formed string of any length. */
export function textArgument(value: unknown, argument: string): string {
  if (!isText(value)) {
    throw argumentError(
      'ERR_TOKEN04_ARGUMENT',
      argument,
      'a well-formed string',
      describeKind(value),
    );
  }
  return value;
}

/** The elements of a list, each read once, and each passed on with its name. */
export function listArgument<T>(
  value: unknown,
  argument: string,
  read: (element: unknown, argument: string) => T,
  code: Token04ErrorCode = 'ERR_TOKEN04_ARGUMENT',
): T[] {
  let elements: unknown[] | undefined;
  try {
    if (Array.isArray(value)) elements = Array.from(value);
  } catch {
    // A proxy of the caller's threw; it counts as no list.
  }
  if (elements === undefined) {
    throw argumentError(code, argument, 'a list', describeKind(value));
  }
  return elements.map((element, index) => read(element, `${argument}[${index}]`));
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
  let got = describeKind(value);
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
  throw argumentError('ERR_TOKEN04_ARGUMENT', argument, `an object with ${known.join(', ')}`, got);
}

type Fields<K extends string> = { readonly [key in K]?: unknown };
