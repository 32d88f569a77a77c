import type { Dialect, Mode } from '@token04/fixtures';
import results from '../testees/results.json' with { type: 'json' };
import type { Pair } from './conformance/pairs.ts';

export interface AreaCounts {
  pass: number;
  known: number;
}

interface RecordedTestee {
  name: string;
  kind: string;
  language: string;
  dialect: Dialect | null;
  areas: { readonly [area: string]: AreaCounts };
}

/** What running programs were last found to do, by `node testees/run.mjs`. */
export interface RecordedRuns {
  testees: { readonly [id: string]: RecordedTestee };
  pairs: readonly Pair[];
}

export const recordedRuns: RecordedRuns = results as RecordedRuns;

/** Of the tokens that core and the programs of a dialect made for each other, how many were read. */
export function liveExchanges(
  { testees, pairs }: RecordedRuns,
  dialect: Dialect,
  mode: Mode,
): { tokens: number; read: number } {
  const isCore = (name: string): boolean => testeeOf(testees, name)?.kind === 'core';
  const isOfDialect = (name: string): boolean => testeeOf(testees, name)?.dialect === dialect;
  const exchanged = pairs.filter(
    ({ maker, reader, mode: made }) =>
      made === mode &&
      ((isCore(maker) && !isCore(reader) && isOfDialect(reader)) ||
        (isCore(reader) && !isCore(maker) && isOfDialect(maker))),
  );
  const sum = (field: 'tokens' | 'read'): number =>
    exchanged.reduce((total, pair) => total + pair[field], 0);
  return { tokens: sum('tokens'), read: sum('read') };
}

function testeeOf(testees: RecordedRuns['testees'], name: string): RecordedTestee | undefined {
  return Object.values(testees).find((testee) => testee.name === name);
}
