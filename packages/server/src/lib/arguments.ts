import { Token04Error } from '@token04/core/web';
import * as v from 'valibot';

export const aBoolean = v.boolean('true or false');
export const aString = v.pipe(v.string('a string'), v.minLength(1, 'a string that is not empty'));
export const aFunction = v.function('a function');

export function aNumber(minimum: number, maximum: number) {
  const expected = `a number from ${minimum} to ${maximum}`;
  return v.pipe(v.number(expected), v.minValue(minimum, expected), v.maxValue(maximum, expected));
}

/**
 * An object of options or the like, as its schema takes it. A message of the schema says what is
 * expected.
 *
 * @throws Token04Error `ERR_TOKEN04_ARGUMENT`
 */
export function checkFields<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  name: string,
): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  const [{ path, type, expected, message, input }] = issues;
  const argument = path?.map(({ key }) => key).join('.') ?? name;
  throw new Token04Error(
    'ERR_TOKEN04_ARGUMENT',
    expected === 'never'
      ? `${argument} is not known`
      : `${argument} must be ${type === 'strict_object' ? expectedOf(path) : message}, got ${kindOf(input)}`,
    { argument },
  );
}

function expectedOf(path: unknown): string {
  return path === undefined ? 'an object' : 'given';
}

/** Not the value: what stands in the wrong place may be the secret. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}
