import { runSuite } from '../../test/suite/index.ts';
import { reportCases } from './report-cases.mjs';

/** Runs the suite of one of core's entries. */
export async function runCoreSuite(core, testing) {
  const cases = [];
  runSuite({
    core,
    testing,
    test: (name, run) => cases.push({ name, run }),
    // Put in by bundle.mjs.
    seed: SEED,
    vectorFiles: VECTOR_FILES,
  });
  await reportCases(cases);
}
