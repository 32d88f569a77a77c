// The facts of the format and of ZEGO's limits, for programs that explain tokens.
export { decodeBase64, encodeBase64 } from './format/base64.ts';
export { CLIENT_CODES, type TokenFault } from './format/client-codes.ts';
export {
  BLOCK_BYTES,
  type Frame,
  type FrameField,
  type FrameFieldName,
  GCM_MODE_BYTE,
  IV_BYTES,
  MAX_PLAINTEXT_BYTES,
  MAX_TOKEN_LENGTH,
  MODES,
  readFrame,
  TAG_BYTES,
  type Token04Mode,
  VERSION,
} from './format/frame.ts';
export {
  MAX_APP_ID,
  MAX_EFFECTIVE_TIME_IN_SECONDS,
  MAX_NONCE,
  MAX_ROOM_ID_BYTES,
  MAX_USER_ID_LENGTH,
  MIN_NONCE,
  RENEWAL_LEAD_IN_SECONDS,
  SECRET_BYTES,
  ZIM_MAX_SECONDS_LEFT,
  ZIM_MIN_SECONDS_LEFT,
} from './format/limits.ts';
export {
  type IdRule,
  ROOM_ID_RULES,
  type RoomIdProfile,
  STREAM_ID_RULES,
  type StreamIdProfile,
  USER_ID_RULES,
  type UserIdProfile,
} from './format/products.ts';
