/** So many testees at a time: one, with the runner, keeps about one core busy. */
const AT_A_TIME = 2;

/** Does the work for each of a list, a few at a time, in the list's order. */
export async function forEachAtATime(list, work) {
  const left = [...list];
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
    }),
  );
}
