import * as v from 'valibot';
import { grantWithin } from '../lib/grant-within.ts';
import type { Grant } from '../lib/options.ts';
import type { Wanted } from '../lib/wanted.ts';
import type { Config } from './config.ts';

/** The claim `zego` of a JWT: what its user may have. What it does not say is not allowed. */
const schema = v.strictObject({
  rooms: v.optional(v.array(v.string()), []),
  publish: v.optional(v.boolean(), false),
  streams: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^\P{Surrogate}+$/u))), v.minLength(1)),
  ),
  identity: v.optional(v.boolean(), false),
});

type Policy = Pick<Config, 'rooms' | 'maxEffectiveTimeInSeconds'>;

/** What a user is granted: all, where the policy is `any`; else what the claim allows. */
export function grantByClaims(
  { rooms, maxEffectiveTimeInSeconds }: Policy,
  userId: string,
  claim: unknown,
  wanted: Wanted,
): Grant | null {
  const limits = { userId, maxEffectiveTimeInSeconds };
  if (rooms === 'any') {
    return grantWithin({ ...limits, rooms, publish: true, identityToken: true }, wanted);
  }
  const { success, output } = v.safeParse(schema, claim);
  if (!success) return null;
  const { rooms: own, publish, streams: streamIds, identity: identityToken } = output;
  return grantWithin({ ...limits, rooms: own, publish, streamIds, identityToken }, wanted);
}
