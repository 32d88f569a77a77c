export function isThenable<T>(work: T | PromiseLike<T>): work is PromiseLike<T> {
  return typeof (work as PromiseLike<T> | null)?.then === 'function';
}

/**
 * What comes of work that is done at once or later. At once where it can be, since a promise for each
 * step of a request would cost as much as the token does.
 *
 * @param fail also for what `accept` throws
 */
export function settle<T, Accepted, Failed>(
  work: () => T | PromiseLike<T>,
  accept: (value: T) => Accepted,
  fail: (error: unknown) => Failed,
): Accepted | Failed | Promise<Accepted | Failed> {
  try {
    const result = work();
    return isThenable(result) ? Promise.resolve(result).then(accept).catch(fail) : accept(result);
  } catch (error) {
    return fail(error);
  }
}
