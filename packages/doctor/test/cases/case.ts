import type { DiagnoseOptions, FindingId, Severity } from '../../src/index.ts';

/** A token that was made, or sent, in a wrong way. */
export interface Case {
  title: string;
  input: string;
  /** Beside the right secret and a good time. */
  options?: DiagnoseOptions;
  withoutSecret?: true;
  values?: { [name: string]: string | number };
  /** `'error'` unless given. */
  severity?: Severity;
  /** What is found beside it, infos left out. */
  also?: FindingId[];
}

export type Cases = { [id in FindingId]?: [Case, ...Case[]] };
