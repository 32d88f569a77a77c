// What both entries have in common: no key, no cipher, synchronous in both.
export {
  type AuthorizeOptions,
  authorizeRoom,
  type Decision,
  type DecisionCode,
  type RoomAuthorization,
  type RoomChecks,
} from './authorize.ts';
export { type Token04ClaimName, Token04Error, type Token04ErrorCode } from './errors.ts';
export type { Token04Mode } from './format/frame.ts';
export type { RoomIdProfile, StreamIdProfile, UserIdProfile } from './format/products.ts';
export { checkRoomId, checkStreamId, checkUserId } from './ids.ts';
export { type InspectedToken04, inspectToken04 } from './inspect.ts';
export { createKitToken, type KitToken, parseKitToken } from './kit.ts';
export { type RenewalOptions, renewalDelay } from './renewal.ts';
export {
  type ParsedRoomPayload,
  parseRoomPayload,
  type RoomPrivileges,
  roomPayload,
} from './room.ts';
export type { DecodedToken04, Token04Claims } from './token/claims.ts';
export type { VerifyOptions } from './token/policy.ts';
export type {
  GenerateOptions,
  IssuerOptions,
  TimedToken04,
  Token04Request,
} from './token/request.ts';
