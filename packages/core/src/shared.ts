// What both entries have in common: no key, no cipher, synchronous in both.
export { Token04Error, type Token04ErrorCode } from './errors.ts';
export { type InspectedToken04, inspectToken04 } from './inspect.ts';
export { createKitToken, type KitToken, parseKitToken } from './kit.ts';
export type { Token04Claims } from './lib/claims.ts';
export type { IssuerOptions } from './lib/issuer.ts';
export type { DecodedToken04 } from './lib/plaintext.ts';
export type { VerifyOptions } from './lib/policy.ts';
export type { GenerateOptions, Token04Request } from './lib/request.ts';
export type { Token04Mode } from './lib/wire.ts';
export { type RenewalOptions, renewalDelay } from './renewal.ts';
export {
  type AuthorizeOptions,
  authorizeRoom,
  type Decision,
  type ParsedRoomPayload,
  parseRoomPayload,
  type RoomAuthorization,
  type RoomChecks,
  type RoomPrivileges,
  roomPayload,
} from './room.ts';
export { checkUserId, type UserIdProfile } from './user-id.ts';
