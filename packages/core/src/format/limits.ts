// The numbers of the format and of ZEGO's limits, each in this one place (docs/specification.md, 4, 6
// and 8). The lengths of a frame's parts are in frame.ts, the rules for IDs in products.ts.

/** The largest appId: any uint32 but 0. */
export const MAX_APP_ID = 0xffff_ffff;

/** The server secret is used as the key of AES-256: its text in UTF-8, not decoded from hex. */
export const SECRET_BYTES = 32;

/** In UTF-16 units, as official Java and Node (GCM) count a userId that they issue a token for. */
export const MAX_USER_ID_LENGTH = 64;

/** Ten years, in seconds. More is nearly always a timestamp that was passed as a duration. */
export const MAX_EFFECTIVE_TIME_IN_SECONDS = 315_360_000;

/** A writer stays within int32; a reader takes every safe integer, since ports write milliseconds. */
export const MIN_NONCE: number = -0x8000_0000;
export const MAX_NONCE = 0x7fff_ffff;

/** How long before the end of a token ZEGO's SDKs ask for the next one. */
export const RENEWAL_LEAD_IN_SECONDS = 30;

/** ZIM takes at most 24 days from now to a token's expire. */
export const ZIM_MAX_SECONDS_LEFT = 2_073_600;

/** With less left, ZIM refuses the login. */
export const ZIM_MIN_SECONDS_LEFT = 30;

/** A room ID in a payload, in UTF-8 bytes: under 128. */
export const MAX_ROOM_ID_BYTES = 127;
