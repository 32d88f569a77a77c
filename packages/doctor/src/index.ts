export { type Diagnosis, diagnose } from './diagnose.ts';
export { diagnoseAll } from './diagnose-all.ts';
export { type Explanation, explain, type Locale } from './explain.ts';
export { FINDING_IDS, type FindingId } from './finding-ids.ts';
export type { Finding, Severity } from './findings.ts';
export type { InputKind } from './input/shape.ts';
export type { DiagnoseOptions } from './options.ts';
export { SERVICES, type Service } from './products.ts';
