export { checkFixtures } from './check-fixtures.ts';
export {
  checkVectorFile,
  type Failure,
  type Step,
  type StepCounts,
  type VectorCheck,
} from './check-vectors.ts';
export { dialects } from './dialects/index.ts';
export type { PlaintextWriter } from './dialects/writer.ts';
export { type KnownDifference, knownDifferences, unusedDifferences } from './known-differences.ts';
export { compatibilityMatrix, compatibilityReport } from './report.ts';
export {
  type Answer,
  startTestee,
  type Testee,
  TesteeError,
  type TesteeOptions,
} from './testee.ts';
export { VectorFileError } from './vector-file.ts';
export type { Verdict } from './verdict.ts';
