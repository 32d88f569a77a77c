import type { DiagnoseOptions, FindingId, Severity } from '../../src/index.ts';

/** A token that was made, or sent, in a wrong way. */
export interface Case {
  title: string;
  input: string;
  /** In addition to the right secret and a time at which the token is good. */
  options?: DiagnoseOptions;
  withoutSecret?: true;
  values?: { [name: string]: string | number };
  /** `'error'` unless given. */
  severity?: Severity;
  /** The other findings, without those that are only informative. */
  also?: FindingId[];
}

export type Cases = { [id in FindingId]?: [Case, ...Case[]] };
