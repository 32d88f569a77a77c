/**
 * What ZEGO's client SDKs show for such a token (docs/specification.md, 7): Express native 1002xxx,
 * Express web 1102xxx, ZIM 6000xxx.
 */
const INVALID = [1102016, 6000101, 6000103] as const;

export const CLIENT_CODES = {
  malformed: [1002075, ...INVALID],
  version: [1002079, 1102016, 6000107],
  decryption: [1002033, ...INVALID],
  claims: [1002075, ...INVALID],
  appId: [1002076, ...INVALID],
  userId: [1002077, ...INVALID],
  mismatch: [1002033, ...INVALID],
  expired: [1002078, 1102018, 6000106],
  expiresSoon: [6000108],
} as const;
