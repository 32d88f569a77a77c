/** How the one line begins that a run prints for us, among what its runtime may print itself. */
export const REPORT_MARK = 'token04 report: ';

/**
 * The report in a run's output.
 *
 * @returns `{ passed, failures: { name, message }[] }`
 * @throws Error if there is none, or if nothing was tested.
 */
export function readReport(output) {
  const line = output.split('\n').find((text) => text.startsWith(REPORT_MARK));
  if (line === undefined) throw new Error(`it ended without a report\n${output.slice(-2000)}`);
  const report = JSON.parse(line.slice(REPORT_MARK.length));
  if (report.passed + report.failures.length === 0) throw new Error('it tested nothing');
  return report;
}
