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
  /** Of an ID: what is allowed, by which product's rules, and the character at fault if it is one. */
  readonly detail?: string;
  readonly request: Request;
}

type Explanation = Pick<RefuseEvent, 'reason' | 'detail'>;

const explanations = new WeakMap<Request, Explanation>();

/** For the log of whoever runs the server: the client is told no more than the problem says. */
export function explainRefusal(request: Request, reason: RefusalReason, detail?: string): void {
  explanations.set(request, detail === undefined ? { reason } : { reason, detail });
}

export function explanationOf(request: Request): Explanation | undefined {
  return explanations.get(request);
}
