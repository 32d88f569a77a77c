export { checkFixtures } from './check-fixtures.ts';
export {
  checkVectorFile,
  type Failure,
  type Step,
  type StepCounts,
  type VectorCheck,
} from './check-vectors.ts';
export type { Description } from './conformance/description.ts';
export {
  type KnownList,
  KnownListError,
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
export { type KnownDifference, knownDifferences, unusedDifferences } from './known-differences.ts';
export { compatibilityMatrix, compatibilityReport } from './report.ts';
export {
  type Answer,
  startTestee,
  type Testee,
  TesteeError,
  type TesteeFailure,
  type TesteeOptions,
} from './testee.ts';
export { VectorFileError } from './vector-file.ts';
export type { Verdict } from './verdict.ts';
