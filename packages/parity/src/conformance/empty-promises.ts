import { must } from './case.ts';
import type { Description } from './description.ts';
import type { Result } from './record.ts';

/** Fails for each mode of an op that a testee lists in `describe` and then supports in no case. */
export function* emptyPromises(
  description: Description,
  results: readonly Result[],
): Generator<Result> {
  const passed = results.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  const failed = (name: string, message: string): Result => ({
    ...must(`describe/${name}`, 'protocol 2'),
    verdict: 'fail',
    message,
  });
  let listed = 0;
  for (const op of ['generate', 'decode', 'verify'] as const) {
    for (const mode of description[op]) {
      listed++;
      const ids =
        op === 'generate'
          ? new RegExp(`^generate/${mode}/basic/`)
          : new RegExp(`^${op}/official/[a-z-]+-${mode}/`);
      if (!passed.some((id) => ids.test(id))) {
        yield failed(`${op}-${mode}`, 'is listed, and nothing of it passed');
      }
    }
  }
  if (listed === 0) yield failed('nothing', 'it lists no mode for any op: nothing was tested');
}
