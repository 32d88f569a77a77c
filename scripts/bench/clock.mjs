import { Bench } from 'tinybench';

/** How long one contender runs in one round. */
export const ROUND_MS = 40;
/** Calls between two looks at the clock, which takes as long as a tenth of a call. */
const CALLS = 50;

/**
 * One round of a function.
 *
 * @param tokens how many tokens one call of it makes or reads
 * @returns ns per token: the mean, so that collecting garbage counts
 */
export async function timeRound(call, tokens = 1) {
  const calls = tokens < CALLS ? CALLS : 1;
  const bench = new Bench({ time: ROUND_MS, iterations: 1, warmup: false, throws: true });
  const isAsync = call() instanceof Promise;
  const repeat = isAsync
    ? async () => {
        for (let i = 0; i < calls; i++) await call();
      }
    : () => {
        for (let i = 0; i < calls; i++) call();
      };
  const [task] = await bench.add('round', repeat, { async: isAsync }).run();
  return (task.result.latency.mean * 1e6) / (calls * tokens);
}
