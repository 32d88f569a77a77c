// What the app's own functions returned, checked: plain JavaScript may return anything.
import { describe } from '@token04/core/check';
import { Misuse } from './misuse.ts';
import type { Grant, Identity, RateLimitAnswer } from './options.ts';

export function checkIdentity<I extends Identity>(identity: I | null): I | null {
  if (identity === null) return null;
  if (typeof identity?.userId === 'string' && identity.userId !== '') return identity;
  throw new Misuse(
    `identify must return an object with a userId, or null, got ${kindOf(identity)}`,
  );
}

/** Numbers are the IDs of many databases. */
function kindOf(identity: unknown): string {
  if (typeof identity !== 'object') return typeof identity;
  const { userId } = identity as { userId?: unknown };
  if (userId === undefined) return 'an object without one';
  if (userId === '') return 'an empty one';
  return `a userId that is no string, but of type ${typeof userId}`;
}

/** A copy, so that what is answered is what was issued. */
export function copyGrant(grant: Grant | null): Grant | null {
  if (grant === null) return null;
  if (typeof grant === 'object') return { ...grant };
  throw new Misuse(`grant must return an object or null, not ${typeof grant}`);
}

/** A second or more, in whole ones, as Retry-After has it. */
export function checkWait(seconds: RateLimitAnswer): RateLimitAnswer {
  if (seconds === null || seconds === 'unavailable') return seconds;
  if (Number.isFinite(seconds) && seconds >= 0) return Math.max(1, Math.ceil(seconds));
  throw new Misuse(
    `rateLimit must return a number of seconds, null or 'unavailable', got ${describe(seconds)}`,
  );
}
