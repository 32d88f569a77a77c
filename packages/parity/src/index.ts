export { checkCommunityFixtures, checkFixtures } from './check-fixtures.ts';
export { checkVectorFile } from './check-vectors.ts';
export type { Description } from './conformance/description.ts';
export {
  type KnownList,
  KnownListError,
  type KnownReason,
  type KnownReasons,
  readKnownList,
} from './conformance/known-list.ts';
export { checkPairs, type Pair, type PairsOptions } from './conformance/pairs.ts';
export type { Counts, Result, Verdict as ConformanceVerdict } from './conformance/record.ts';
export {
  type Conformance,
  type ConformanceOptions,
  checkConformance,
} from './conformance/run.ts';
export { dialects } from './dialects/index.ts';
export type { PlaintextWriter } from './dialects/writer.ts';
export { knownDifferences, unusedDifferences } from './known-differences.ts';
export { compatibilityMatrix, compatibilityReport } from './report.ts';
export { type Answer, startTestee, type Testee, type TesteeOptions } from './testee.ts';
export { TesteeError, type TesteeFailure } from './testee-error.ts';
export type { Failure, KnownDifference, Step, StepCounts, VectorCheck } from './vector-check.ts';
export { VectorFileError } from './vector-file.ts';
export type { Verdict } from './verdict.ts';
