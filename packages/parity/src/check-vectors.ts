import type { Dialect, Mode, Vector } from '@token04/fixtures';
import { checkRejection, checkUnlisted } from './check-rejection.ts';
import { checkToken } from './check-token.ts';
import { knownDifferences } from './known-differences.ts';
import type { Failure, KnownDifference, Step, StepCounts, VectorCheck } from './vector-check.ts';
import { readVectorFile } from './vector-file.ts';

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
