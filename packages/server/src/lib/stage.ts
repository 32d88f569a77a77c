import { type Deadline, isThenable } from './deadline.ts';
import type { Stage } from './options.ts';
import { Problem } from './problem.ts';

/** A failure of the server's own, at a stage. */
export class Failure {
  readonly stage: Stage;
  readonly error: unknown;

  constructor(stage: Stage, error: unknown) {
    this.stage = stage;
    this.error = error;
  }
}

/**
 * Does what belongs to a stage, and waits only for what has to be waited for: a promise for each
 * stage would cost as much as the token does.
 *
 * @param check what came, checked: plain JavaScript may return anything
 * @throws Problem where it throws one, or the time is up
 * @throws Failure for anything else
 */
export function runStage<T, Checked>(
  deadline: Deadline,
  stage: Stage,
  work: () => T | PromiseLike<T>,
  check: (value: T) => Checked,
): Checked | Promise<Checked> {
  const fail = (error: unknown): never => {
    throw error instanceof Problem ? error : new Failure(stage, error);
  };
  try {
    const result = work();
    return isThenable(result)
      ? deadline.race(result, 'timeout').then(check).catch(fail)
      : check(result);
  } catch (error) {
    return fail(error);
  }
}
