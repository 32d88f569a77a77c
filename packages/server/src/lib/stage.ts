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
 * Does what belongs to a stage, and waits only for what has to be waited for.
 *
 * @throws Problem where it throws one, or the time is up
 * @throws Failure for anything else
 */
export function runStage<T>(
  deadline: Deadline,
  stage: Stage,
  work: () => T | Promise<T>,
): T | Promise<T> {
  const fail = (error: unknown): never => {
    throw error instanceof Problem ? error : new Failure(stage, error);
  };
  try {
    const result = work();
    return isThenable(result) ? deadline.race(result, 'timeout').catch(fail) : result;
  } catch (error) {
    return fail(error);
  }
}
