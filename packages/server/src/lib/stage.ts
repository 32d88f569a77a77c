import type { Deadline } from './deadline.ts';
import type { Stage } from './options.ts';
import { Problem } from './problem.ts';
import { isThenable, settle } from './settle.ts';

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
 * Does what belongs to a stage, and waits no longer than the request may take.
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
  const workInTime = (): T | PromiseLike<T> => {
    const result = work();
    return isThenable(result) ? deadline.race(result, 'timeout') : result;
  };
  return settle(workInTime, check, (error): never => {
    throw error instanceof Problem ? error : new Failure(stage, error);
  });
}
