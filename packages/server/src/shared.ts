// What both entries have in common: no key, no cipher.
export { grantWithin, type Limits } from './lib/grant-within.ts';
export type { TokenAnswer } from './lib/handler.ts';
export type {
  BadIdEvent,
  ErrorEvent,
  Grant,
  Identity,
  IssueEvent,
  RateLimitAnswer,
  Stage,
  TokenHandler,
  TokenHandlerOptions,
} from './lib/options.ts';
export type { ProblemCode } from './lib/problem.ts';
export type { BadId, IdProfile } from './lib/product-ids.ts';
export type { RefusalReason, RefuseEvent } from './lib/refusal.ts';
export type { Wanted } from './lib/wanted.ts';
