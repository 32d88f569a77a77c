import type { Description } from './description.ts';
import type { RandomOptions } from './random-cases.ts';
import type { Counts, Result } from './record.ts';
import type { Conformance } from './run.ts';

/** A run for programs, and for pages of several runs (PROTOCOL.md, 8). */
export interface Report {
  format: 'token04-conformance/1';
  suite: { name: string; version: string };
  /** When the run began, in UTC by ISO 8601. */
  startedAt: string;
  seconds: number;
  testee: Description | null;
  /** What the cases were chosen by. */
  inputs: { only: string; cases: number; seed: number; shard: string };
  /** How many random cases ran and passed, and in which time. */
  random: RandomOptions & { cases: number; passed: number; seconds: number };
  counts: Counts;
  levels: Conformance['levels'];
  results: Pick<Result, 'id' | 'level' | 'section' | 'verdict' | 'message'>[];
}
