/**
 * What ZEGO's client SDKs show for such a token (docs/specification.md, 7): Express native 1002xxx,
 * Express web 1102xxx, ZIM 6000xxx.
 */
export const CLIENT_CODES = {
  malformed: [1002075, 1102016, 6000101, 6000103],
  version: [1002079, 1102016, 6000107],
  decryption: [1002033, 1102016, 6000101, 6000103],
  claims: [1002075, 1102016, 6000101, 6000103],
  appId: [1002076, 1102016, 6000101, 6000103],
  userId: [1002077, 1102016, 6000101, 6000103],
  mismatch: [1002033, 1102016, 6000101, 6000103],
  expired: [1002078, 1102018, 6000106],
  expiresSoon: [6000108],
} as const;
