import { Token04Error } from '../errors.ts';
import { describe, isRecord } from './describe.ts';
import { argumentError, type Reader } from './rules.ts';

type Readers = { readonly [field: string]: Reader<unknown> };
type Fields<R extends Readers> = { readonly [field in keyof R]: ReturnType<R[field]> };

/**
 * The fields of an object of options, each by its reader and copied, so that what is checked is
 * what is used. One that is not known is refused and named with the nearest known one, since a
 * misspelt `userId` would silently leave out a check. Only the object's own fields count.
 *
 * @param name what the object is called in errors
 * @param undefinedIs `'refused'` for options of which an absent one switches a check off or lifts a
 * restriction, since `userId: session?.id` may come out undefined
 * @param path stands before the names of the fields in errors, as in `room.roomId`
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`, or what a reader throws
 *
 * @example
 * ```js
 * import { oneOf, optional, readFields, readAppId } from '@token04/core/check';
 *
 * const readers = { appId: readAppId, colour: optional(oneOf(['red', 'blue']), 'red') };
 * readFields({ appId: 1 }, 'options', readers).colour; // → 'red'
 * try {
 *   readFields({ appID: 1 }, 'options', readers);
 * } catch (error) {
 *   error.message; // → 'options has no "appID"; did you mean "appId"?'
 *   error.argument; // → 'appID'
 * }
 * ```
 */
export function readFields<const R extends Readers>(
  value: unknown,
  name: string,
  readers: R,
  undefinedIs: 'absent' | 'refused' = 'absent',
  path = '',
): Fields<R> {
  const known = Object.keys(readers);
  const own = copyOwn(value, name, known, path);
  const fields: { [field: string]: unknown } = {};
  for (const field of known) {
    const argument = join(path, field);
    fields[field] = (readers[field] as Reader<unknown>)(own[field], argument);
    if (undefinedIs === 'refused' && own[field] === undefined && field in own) {
      throw argumentError(argument, 'absent or defined', 'undefined');
    }
  }
  return fields as Fields<R>;
}

/**
 * The object's own fields, each read once and not checked, but that it has no others. Without a
 * prototype, which could add to them.
 */
export function copyOwn(
  value: unknown,
  name: string,
  known: readonly string[],
  path: string,
): { readonly [field: string]: unknown } {
  // A function, since to list what is known takes longer than to copy it.
  const fault = (got: string): Token04Error =>
    argumentError(name, `an object with ${known.join(', ')}`, got);
  if (!isRecord(value)) throw fault(describe(value));
  let own: { [field: string]: unknown };
  let inherited: string | undefined;
  try {
    own = { __proto__: null, ...value };
    for (const field of known) {
      if (field in own) continue;
      // The spread leaves out what is not enumerable.
      if (Object.hasOwn(value, field)) own[field] = value[field];
      else if (isInherited(value, field)) inherited ??= field;
    }
  } catch {
    // A getter or a proxy of the caller's threw.
    throw fault('one that throws');
  }
  const unknown = Object.keys(own).find((field) => !known.includes(field));
  if (unknown !== undefined) {
    // A longer key, or one with other characters, may be a secret in the wrong place.
    if (/^\w{1,24}$/.test(unknown)) throw unknownFieldError(unknown, name, known, path);
    throw fault('another key');
  }
  if (inherited !== undefined) {
    throw argumentError(join(path, inherited), `an own property of ${name}`, 'an inherited one');
  }
  return own;
}

/**
 * Whether an object that has no such field of its own inherits it (as a getter of its class, say).
 * What stands in Object.prototype, which every object inherits, does not count.
 */
function isInherited(object: object, field: string): boolean {
  let holder: object | null = object;
  while (holder !== null && !Object.hasOwn(holder, field)) holder = Object.getPrototypeOf(holder);
  // Each realm (Jest's, for one) has an Object.prototype of its own, known by its methods.
  return holder !== null && !Object.hasOwn(holder, 'isPrototypeOf');
}

function unknownFieldError(
  field: string,
  name: string,
  known: readonly string[],
  path: string,
): Token04Error {
  const near = nearest(field, known);
  const help = near === undefined ? `it takes ${known.join(', ')}` : `did you mean "${near}"?`;
  const message = `${name} has no "${field}"; ${help}`;
  return new Token04Error('ERR_TOKEN04_ARGUMENT', message, { argument: join(path, field) });
}

/** How an error names a field. */
export function join(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

/** The known name that was probably meant: one with which it has half of its letters in common. */
function nearest(field: string, known: readonly string[]): string | undefined {
  const shared = known.map((name) => countSharedEnds(field.toLowerCase(), name.toLowerCase()));
  const most = Math.max(...shared);
  return most >= field.length / 2 ? known[shared.indexOf(most)] : undefined;
}

/** How many letters two names have in common at their beginnings and ends: a typo parts these. */
function countSharedEnds(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (start + end < a.length && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}
