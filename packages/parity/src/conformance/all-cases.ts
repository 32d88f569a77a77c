import { absentCases } from './absent-cases.ts';
import { argumentCases } from './argument-cases.ts';
import type { Case } from './case.ts';
import { costCases } from './cost-cases.ts';
import { decodeCases } from './decode-cases.ts';
import { demandCases } from './demand-cases.ts';
import type { Description } from './description.ts';
import { exactCases } from './exact-cases.ts';
import { frameCases } from './frame-cases.ts';
import { freshnessCases } from './freshness-cases.ts';
import { generateCases } from './generate-cases.ts';
import { leakCases } from './leak-cases.ts';
import { limitCases } from './limit-cases.ts';
import { orderCases } from './order-cases.ts';
import { readingCases } from './reading-cases.ts';
import { refusalCases } from './refusal-cases.ts';
import { secretCases } from './secret-cases.ts';
import { stateCases } from './state-cases.ts';
import { verifyCases } from './verify-cases.ts';
import { wireCases } from './wire-cases.ts';

/** Every case that is not random, for a testee that describes itself so. */
export function* fixedCases(description: Description): Generator<Case> {
  yield* refusalCases(description);
  yield* wireCases(description);
  yield* generateCases(description);
  yield* argumentCases(description);
  yield* decodeCases(description);
  yield* frameCases(description);
  yield* readingCases(description);
  yield* secretCases(description);
  yield* verifyCases(description);
  yield* demandCases(description);
  yield* exactCases(description);
  yield* limitCases(description);
  yield* orderCases(description);
  yield* leakCases(description);
  yield* stateCases(description);
  yield* absentCases(description);
  yield* freshnessCases(description);
  yield* costCases(description);
}

/** What can do everything, for a list of all cases without a testee. */
export const EVERYTHING: Description = {
  protocol: 1,
  name: 'everything',
  language: 'any',
  version: '1',
  dialect: 'node',
  generate: ['cbc', 'gcm'],
  decode: ['cbc', 'gcm'],
  verify: ['cbc', 'gcm'],
  controls: ['ctime', 'nonce', 'iv'],
  options: ['clockToleranceInSeconds', 'service', 'serverSecrets'],
};
