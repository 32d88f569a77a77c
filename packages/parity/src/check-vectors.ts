import type { Dialect, Language, Mode, Vector } from '@token04/fixtures';
import { checkRejection, checkUnlisted } from './check-rejection.ts';
import { checkToken } from './check-token.ts';
import { type KnownDifference, knownDifferences } from './known-differences.ts';
import { readVectorFile } from './vector-file.ts';

/** What is held against a vector: the first three against a token, the others against a rejection. */
export type Step = 'decode' | 'reserialise' | 'seal' | 'rejection' | 'known-difference';

/** Where a vector failed. No message holds a token, a secret or a plaintext. */
export interface Failure {
  id: string;
  /** The first step that failed; later ones would fail for the same cause. */
  step: Step;
  message: string;
}

/** How many vectors there are of each kind, and how many of them passed. */
export interface StepCounts {
  /** Vectors with a token. */
  tokens: number;
  decoded: number;
  reserialised: number;
  sealed: number;
  /** Vectors whose input the official generator rejected. */
  rejections: number;
  /** Those whose input ours rejects for the same reason. */
  rejectionsAgreed: number;
  /** Vectors on which the official generator crashed: no verdict, so nothing is compared. */
  crashes: number;
}

/** What came of one vector file. */
export interface VectorCheck {
  language: Language;
  dialect: Dialect;
  mode: Mode;
  /** How many vectors were compared: all but those on which the official generator crashed. */
  checked: number;
  /** At most one a vector. */
  failed: Failure[];
  counts: StepCounts;
  /** The listed differences that were met. */
  knownDifferences: KnownDifference[];
}

/**
 * Holds our encoder, decoder and argument checks to a vector file (`token04-vectors/1`).
 *
 * Each token is decoded, and its claims, mode, IV and plaintext compared; its claims are
 * re-serialised in the file's dialect, and its plaintext is sealed again with its IV, both to come
 * out byte for byte. Where the official generator rejected an input, ours has to reject it for the
 * same reason, unless `differences` lists the two verdicts.
 *
 * @param json the parsed file
 * @param differences those to expect; an entry whose verdicts agree after all is a failure
 * @throws VectorFileError where the file is not valid
 *
 * @example
 * ```js
 * import { loadVectorFile } from '@token04/fixtures';
 * import { checkVectorFile } from '@token04/parity';
 *
 * const { checked, failed } = checkVectorFile(loadVectorFile('go-cbc'));
 * checked; // → 139
 * failed; // → []
 * ```
 */
export function checkVectorFile(
  json: unknown,
  differences: readonly KnownDifference[] = knownDifferences,
): VectorCheck {
  const { language, dialect, mode, vectors } = readVectorFile(json);
  const listed = new Map(
    differences
      .filter((entry) => entry.dialect === dialect && entry.mode === mode)
      .map((entry) => [entry.id, entry]),
  );

  const failed: Failure[] = [];
  const met: KnownDifference[] = [];
  for (const vector of vectors) {
    const difference = listed.get(vector.id);
    const failure = checkVector(vector, dialect, mode, difference);
    if (failure !== undefined) failed.push({ id: vector.id, ...failure });
    else if (difference !== undefined && vector.result === 'rejected') met.push(difference);
  }
  const counts = countSteps(vectors, failed, met);
  const checked = counts.tokens + counts.rejections;
  return { language, dialect, mode, checked, failed, counts, knownDifferences: met };
}

function checkVector(
  vector: Vector,
  dialect: Dialect,
  mode: Mode,
  difference: KnownDifference | undefined,
): Omit<Failure, 'id'> | undefined {
  switch (vector.result) {
    case 'token':
      return checkToken(vector, dialect) ?? checkUnlisted(difference);
    case 'rejected':
      return checkRejection(vector, mode, difference);
    case 'crash':
      return undefined;
  }
}

function countSteps(
  vectors: readonly Vector[],
  failed: readonly Failure[],
  met: readonly KnownDifference[],
): StepCounts {
  const withResult = (result: Vector['result']): Vector[] =>
    vectors.filter((vector) => vector.result === result);
  const failedAt = (step: Step): number => failed.filter((failure) => failure.step === step).length;

  const tokens = withResult('token').length;
  const decoded = tokens - failedAt('decode');
  const reserialised = decoded - failedAt('reserialise');
  const sealed = reserialised - failedAt('seal');

  const failedIds = new Set(failed.map(({ id }) => id));
  const rejected = withResult('rejected');
  const passed = rejected.filter(({ id }) => !failedIds.has(id));
  return {
    tokens,
    decoded,
    reserialised,
    sealed,
    rejections: rejected.length,
    rejectionsAgreed: passed.length - met.length,
    crashes: withResult('crash').length,
  };
}
