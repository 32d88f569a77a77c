import { checkArguments } from './arguments.ts';
import { type Diagnosis, diagnoseOne } from './diagnose.ts';
import { splitTokens } from './input/split.ts';
import type { DiagnoseOptions } from './options.ts';

/**
 * As {@link diagnose}, for each token in what was given: the lines of a file, the strings of JSON,
 * or what stands in a log. None is left out; where there is only one thing, it is one diagnosis.
 *
 * @throws Token04Error for an option, with the codes of the core. Any string is a good input.
 *
 * @example
 * ```js
 * import { diagnoseAll } from '@token04/doctor';
 *
 * const diagnoses = await diagnoseAll('["03AAAAAGVT", "undefined"]');
 * diagnoses.map(({ findings }) => findings[0].id); // → ['token03', 'not-set']
 * ```
 */
export async function diagnoseAll(
  input: string,
  options: DiagnoseOptions = {},
): Promise<Diagnosis[]> {
  checkArguments(input, options);
  return splitTokens(input).map((piece) => diagnoseOne(piece, options));
}
