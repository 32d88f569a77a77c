/** Says that something took too long. */
export class Late extends Error {
  constructor() {
    super('no answer in time');
    this.name = 'Late';
  }
}

/**
 * The outcome of the work.
 *
 * @throws Late (as a rejection) where it takes longer; the work itself goes on unheard
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // Not at once: an answer that came while this process was busy is heard before setImmediate is.
    timer = setTimeout(() => setImmediate(() => reject(new Late())), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
