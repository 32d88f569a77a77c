import { loadCommunityFiles, loadVectorFiles } from '@token04/fixtures';
import { checkVectorFile } from './check-vectors.ts';
import type { VectorCheck } from './vector-check.ts';

/** Checks all official fixtures: every language and mode, in the order of the file names. */
export function checkFixtures(): VectorCheck[] {
  return loadVectorFiles().map((file) => checkVectorFile(file));
}

/** Checks the vectors of all other programs, in the order of the file names. */
export function checkCommunityFixtures(): VectorCheck[] {
  return loadCommunityFiles().map((file) => checkVectorFile(file));
}
