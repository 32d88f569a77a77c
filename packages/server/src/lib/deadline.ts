import { Problem, type ProblemCode } from './problem.ts';

/** The time that one request may take. */
export interface Deadline {
  /**
   * The work's outcome, or the problem once the time is up; the work itself goes on unheard. One
   * after another: a request waits for one thing at a time.
   */
  race<T>(work: PromiseLike<T>, late: ProblemCode): Promise<T>;
  end(): void;
}

export function startDeadline(milliseconds: number): Deadline {
  let isOver = false;
  let giveUp = (): void => {};
  const timer = setTimeout(() => {
    isOver = true;
    giveUp();
  }, milliseconds);
  return {
    // By hand: Promise.race costs as much for each stage as the token does.
    race: (work, late) =>
      new Promise((resolve, reject) => {
        giveUp = () =>
          reject(new Problem(late, late === 'timeout' ? { headers: { 'Retry-After': '1' } } : {}));
        if (isOver) giveUp();
        else work.then(resolve, reject);
      }),
    end: () => clearTimeout(timer),
  };
}
