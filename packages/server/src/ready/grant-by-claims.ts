import type { JWTPayload } from 'jose';
import * as v from 'valibot';
import { grantWithinChecked } from '../lib/grant-within.ts';
import type { Grant } from '../lib/options.ts';
import type { Wanted } from '../lib/wanted.ts';
import type { Config } from './config.ts';
import { RIGHTS_CLAIM } from './settings.ts';

/** The claim `zego` of a JWT: what its user may have. What it does not say is not allowed. */
const schema = v.strictObject({
  rooms: v.optional(v.array(v.string()), []),
  publish: v.optional(v.boolean(), false),
  streams: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^\P{Surrogate}+$/u))), v.minLength(1)),
  ),
  identity: v.optional(v.boolean(), false),
});

export type Policy = Pick<Config, 'rooms' | 'maxEffectiveTimeInSeconds' | 'capAtJwtExp'>;

interface Caller {
  readonly userId: string;
  readonly claims: JWTPayload;
}

/**
 * What a user is granted: all, where the policy is `any`; else what the claim allows.
 *
 * @param onMalformed called where the claim is there, but not as it should be
 */
export function grantByClaims(
  policy: Policy,
  { userId, claims }: Caller,
  wanted: Wanted,
  onMalformed: () => void,
): Grant | null {
  const maxEffectiveTimeInSeconds = longestOf(policy, claims);
  if (policy.rooms === 'any') {
    return grantWithinChecked(
      { userId, rooms: 'any', publish: true, identityToken: true, maxEffectiveTimeInSeconds },
      wanted,
    );
  }
  const claim = claims[RIGHTS_CLAIM];
  // valibot takes a list for an object without fields.
  const { success, output } = v.safeParse(schema, Array.isArray(claim) ? null : claim);
  if (!success) {
    if (claim !== undefined) onMalformed();
    return null;
  }
  const { rooms, publish, streams: streamIds, identity: identityToken } = output;
  return grantWithinChecked(
    { userId, rooms, publish, streamIds, identityToken, maxEffectiveTimeInSeconds },
    wanted,
  );
}

function longestOf({ maxEffectiveTimeInSeconds, capAtJwtExp }: Policy, claims: JWTPayload): number {
  if (capAtJwtExp === 'no' || claims.exp === undefined) return maxEffectiveTimeInSeconds;
  const left = Math.floor(claims.exp - Date.now() / 1000);
  // Where the clocks differ, the JWT may have expired by this one's and be good all the same.
  return Math.max(1, Math.min(maxEffectiveTimeInSeconds, left));
}
