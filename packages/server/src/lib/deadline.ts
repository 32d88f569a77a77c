import { Problem, type ProblemCode } from './problem.ts';

/** The time that one request may take. */
export interface Deadline {
  /** The work's outcome, or the problem once the time is up; the work itself goes on unheard. */
  race<T>(work: T | PromiseLike<T>, late: ProblemCode): Promise<T>;
  end(): void;
}

export function startDeadline(milliseconds: number): Deadline {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return {
    race: (work, late) =>
      Promise.race([
        work,
        timeIsUp.then(() => {
          throw new Problem(late, late === 'timeout' ? { headers: { 'Retry-After': '1' } } : {});
        }),
      ]),
    end: () => clearTimeout(timer),
  };
}
