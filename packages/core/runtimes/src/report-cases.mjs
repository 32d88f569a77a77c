// A test runner in a few lines, since no other runs in all of the runtimes.
import { REPORT_MARK } from './report.mjs';

/**
 * Runs every case and prints the report as one line that starts with its mark.
 *
 * @param cases `{ name, run() }` each; one that throws, or rejects, has failed
 * @param atOnce whether all are begun before any has ended: for those that only wait
 */
export async function reportCases(cases, { atOnce = false } = {}) {
  const failures = [];
  const judge = async ({ name, run }) => {
    try {
      await run();
    } catch (error) {
      failures.push({ name, message: String(error) });
    }
  };
  if (atOnce) await Promise.all(cases.map(judge));
  else for (const one of cases) await judge(one);
  console.log(
    `${REPORT_MARK}${JSON.stringify({ passed: cases.length - failures.length, failures })}`,
  );
}
