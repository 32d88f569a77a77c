// The suite in a few lines of its own, since no test runner runs in all of the runtimes.
import { runSuite } from '../../test/suite/index.ts';

/** Runs every case, one after another, and prints the report as one line that starts with its mark. */
export async function report(core, testing) {
  const cases = [];
  runSuite({
    core,
    testing,
    test: (name, run) => cases.push({ name, run }),
    // Put in by bundle.mjs.
    seed: SEED,
    vectorFiles: VECTOR_FILES,
  });

  const failures = [];
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (error) {
      failures.push({ name, message: String(error) });
    }
  }
  console.log(
    `${REPORT_MARK}${JSON.stringify({ passed: cases.length - failures.length, failures })}`,
  );
}
