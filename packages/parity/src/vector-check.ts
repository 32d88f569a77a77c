// What the check of a vector file gives.
import type { Dialect, Language, Mode } from '@token04/fixtures';
import type { Verdict } from './verdict.ts';

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

/** An input that an official generator rejects, and on which our verdict is another. */
export interface KnownDifference {
  dialect: Dialect;
  mode: Mode;
  /** The vector's. */
  id: string;
  official: Verdict;
  ours: Verdict;
  reason: string;
}
