export { type DiagnoseOptions, type Diagnosis, diagnose } from './diagnose.ts';
export { type Explanation, explain, type Locale } from './explain.ts';
export { FINDING_IDS, type Finding, type FindingId, type Severity } from './findings.ts';
export type { InputKind } from './shape.ts';
