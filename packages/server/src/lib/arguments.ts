import { describe, readFields } from '@token04/core/check';
import { Token04Error } from '@token04/core/web';
import * as v from 'valibot';

export const aBoolean = v.boolean('true or false');
export const aString = v.pipe(v.string('a string'), v.minLength(1, 'a string that is not empty'));
export const aFunction = v.function('a function');

export function aNumber(minimum: number, maximum: number) {
  const expected = `a number from ${minimum} to ${maximum}`;
  return v.pipe(v.number(expected), v.minValue(minimum, expected), v.maxValue(maximum, expected));
}

type Fields = v.GenericSchema & { readonly entries: v.ObjectEntries };

/**
 * An object of options or the like, as its schema takes it. A message of the schema says what is
 * expected.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 */
export function checkFields<const Schema extends Fields>(
  schema: Schema,
  value: unknown,
  name: string,
): v.InferOutput<Schema> {
  // Here the nearest known name is told to whoever misspelt one.
  const fields = readFields(
    value,
    name,
    mapValues(schema.entries, () => (field: unknown) => field),
  );
  // What was read is checked, and not the object again, whose getters may give something else. Of an
  // absent field readFields makes an undefined one.
  const given = Object.entries(fields).filter(
    ([field, read]) => read !== undefined || Object.hasOwn(value as object, field),
  );
  const { success, output, issues } = v.safeParse(schema, Object.fromEntries(given));
  if (success) return output;
  const [{ path, type, message, input }] = issues;
  const argument = path?.map(({ key }) => key).join('.') ?? name;
  throw new Token04Error(
    'ERR_TOKEN04_ARGUMENT',
    `${argument} must be ${type === 'strict_object' ? 'given' : message}, got ${whatCame(input)}`,
    { argument },
  );
}

function mapValues<K extends string, T>(
  object: { readonly [key in K]: unknown },
  map: () => T,
): { [key in K]: T } {
  return Object.fromEntries(Object.keys(object).map((key) => [key, map()])) as { [key in K]: T };
}

/** Of a string no character: what stands in the wrong place may be a secret, and a short one. */
function whatCame(value: unknown): string {
  return typeof value === 'string' ? `a string of ${value.length} characters` : describe(value);
}
