import type { ProblemCode } from './problem.ts';

/** Why a JWT was refused, a grant by its claims, or an ID by a product. Stable: names of metrics. */
export type RefusalReason =
  | 'jwt-missing'
  | 'jwt-malformed'
  | 'jwt-algorithm'
  | 'jwt-key-unknown'
  | 'jwt-key-unusable'
  | 'jwt-signature'
  | 'jwt-expired'
  | 'jwt-not-yet-valid'
  | 'jwt-issuer'
  | 'jwt-audience'
  | 'jwt-without-exp'
  | 'jwt-without-sub'
  | 'jwt-sub-unusable'
  | 'jwt-claims'
  | 'jwks-unavailable'
  | 'host-not-local'
  | 'claims-malformed'
  | 'user-id-refused'
  | 'room-id-refused'
  | 'stream-id-refused';

/** What the client is told, and what it is not told. */
export interface RefuseEvent {
  readonly code: ProblemCode;
  readonly status: number;
  /** Where `identifyByJwt` or `checkIds` knows more than the code says. */
  readonly reason?: RefusalReason;
  readonly request: Request;
}

const reasons = new WeakMap<Request, RefusalReason>();

/** For the log of whoever runs the server: the client is told no more than the problem says. */
export function explainRefusal(request: Request, reason: RefusalReason): void {
  reasons.set(request, reason);
}

export function reasonOf(request: Request): RefusalReason | undefined {
  return reasons.get(request);
}
