import { isText } from '@token04/core/check';
import { MAX_USER_ID_LENGTH } from '@token04/core/format';
import { errors, type JWTClaimVerificationOptions, type JWTPayload } from 'jose';
import type { Identity } from './options.ts';
import { Problem } from './problem.ts';
import { explainRefusal, type RefusalReason } from './refusal.ts';
import { KeysUnavailable, KeyUnusable } from './remote-keys.ts';
import { settle } from './settle.ts';

export interface JwtIdentity extends Identity {
  readonly claims: JWTPayload;
}

/** How far the clocks of who makes the JWTs and of this machine may be apart. */
export const MAX_CLOCK_TOLERANCE_IN_SECONDS = 300;
export const USUAL_CLOCK_TOLERANCE_IN_SECONDS = 5;

/** They are times, so no JWT has a userId in one of them. */
export const CLAIMS_OF_TIME: readonly string[] = ['exp', 'nbf', 'iat'];

export interface Demands {
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
  readonly clockToleranceInSeconds: number;
  readonly userIdClaim: string;
}

/** What is demanded of the claims, for jose. */
export function claimDemands(demands: Demands): JWTClaimVerificationOptions {
  const { issuer, audience, clockToleranceInSeconds, userIdClaim } = demands;
  return {
    requiredClaims: ['exp', userIdClaim],
    clockTolerance: clockToleranceInSeconds,
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  };
}

/**
 * For `identify`: who a JWT in `Authorization: Bearer` is for. At once, where it is verified at once.
 *
 * @param userIdClaim which of its claims is the userId
 * @param verify throws jose's errors where a JWT is not good, or KeysUnavailable
 */
export function identifyWith(
  userIdClaim: string,
  verify: (jwt: string) => JWTPayload | Promise<JWTPayload>,
): (request: Request) => JwtIdentity | null | Promise<JwtIdentity | null> {
  return (request) => {
    const [, jwt] =
      /^Bearer +([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    const refuse = (reason: RefusalReason): null => {
      explainRefusal(request, reason);
      return null;
    };
    const accept = (claims: JWTPayload): JwtIdentity | null => {
      const userId = claims[userIdClaim];
      return isUserId(userId) ? { userId, claims } : refuse('jwt-sub-unusable');
    };
    const fail = (error: unknown): null => {
      if (error instanceof KeysUnavailable) {
        refuse('jwks-unavailable');
        throw new Problem('unavailable', { headers: { 'Retry-After': '5' } });
      }
      const reason = reasonFor(error, userIdClaim);
      if (reason === undefined) throw error;
      return refuse(reason);
    };
    if (jwt === undefined) return refuse('jwt-missing');
    return settle(() => verify(jwt), accept, fail);
  };
}

/** undefined for what is not about the JWT. */
function reasonFor(error: unknown, userIdClaim: string): RefusalReason | undefined {
  if (error instanceof errors.JWTExpired) return 'jwt-expired';
  if (error instanceof errors.JWTClaimValidationFailed) return reasonForClaim(error, userIdClaim);
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'jwt-signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'jwt-algorithm';
  if (error instanceof errors.JWKSNoMatchingKey) return 'jwt-key-unknown';
  if (error instanceof KeyUnusable) return 'jwt-key-unusable';
  const isMalformed =
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported;
  return isMalformed ? 'jwt-malformed' : undefined;
}

function reasonForClaim(
  { claim, reason }: errors.JWTClaimValidationFailed,
  userIdClaim: string,
): RefusalReason {
  if (claim === 'iss') return 'jwt-issuer';
  if (claim === 'aud') return 'jwt-audience';
  if (claim === 'nbf' && reason === 'check_failed') return 'jwt-not-yet-valid';
  if (claim === 'exp' && reason === 'missing') return 'jwt-without-exp';
  if (claim === userIdClaim && reason === 'missing') return 'jwt-without-sub';
  return 'jwt-claims';
}

/** What a token takes for its user (an array, a number or an endless string is no userId). */
function isUserId(claim: unknown): claim is string {
  return isText(claim) && claim !== '' && claim.length <= MAX_USER_ID_LENGTH;
}
