import type { Token04ClaimName } from '../errors.ts';

/**
 * What ZEGO's client SDKs show for a token that they refuse (docs/specification.md, 7): Express
 * native's code first, then those of Express web and ZIM. By the documentation and the SDKs' code.
 */
export type TokenFault =
  | Token04ClaimName
  | 'absent'
  | 'version'
  | 'format'
  | 'decryption'
  | 'expired'
  | 'zimPayload'
  | 'zimExpiresSoon'
  | 'zimLivesLong';

export const CLIENT_CODES: { readonly [fault in TokenFault]: readonly number[] } = {
  absent: [1002067, 1100001, 6000103],
  version: [1002079, 1102016, 6000107],
  format: /* @__PURE__ */ invalid(1002075),
  decryption: /* @__PURE__ */ invalid(1002033),
  mode: /* @__PURE__ */ invalid(1002033),
  appId: /* @__PURE__ */ invalid(1002076),
  userId: /* @__PURE__ */ invalid(1002077),
  ctime: /* @__PURE__ */ invalid(1002078),
  expire: /* @__PURE__ */ invalid(1002078),
  nonce: /* @__PURE__ */ invalid(1002080),
  payload: /* @__PURE__ */ invalid(1002075),
  expired: [1002078, 1102018, 6000106],
  // What ZIM alone refuses is seen in ZIM alone.
  zimPayload: [6000101, 6000103],
  zimExpiresSoon: [6000108],
  zimLivesLong: [6000109],
};

/** Express native has a code for each; Express web and ZIM show these for any token not valid. */
function invalid(native: number): readonly number[] {
  return [native, 1102016, 6000101, 6000103];
}
