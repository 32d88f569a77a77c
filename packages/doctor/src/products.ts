import {
  type UserIdProfile,
  ZIM_MAX_SECONDS_LEFT,
  ZIM_MIN_SECONDS_LEFT,
} from '@token04/core/format';

/** A product of ZEGO's, with rules of its own for a token. */
export type Service = 'express' | 'zim' | 'uikit' | 'minigame' | 'superboard' | 'ai-agent';

/** What a product wants of a token (docs/specification.md, 6, 8 and 9). */
export interface Product {
  /** Who refuses a userId; the SDKs of a product may differ. */
  readonly userIds: readonly UserIdProfile[];
  readonly refusesPayload?: true;
  /** In seconds from now. */
  readonly longestLifetime?: number;
  /** In seconds, at login. */
  readonly leastLeft?: number;
  readonly takesKitTokens?: true;
  /** What its SDK shows for a token that it refuses, where the product has codes of its own. */
  readonly codes?: readonly number[];
}

const EXPRESS_IDS: readonly UserIdProfile[] = ['express-native', 'express-web'];

export const PRODUCTS: { readonly [service in Service]: Product } = {
  express: { userIds: EXPRESS_IDS },
  zim: {
    userIds: ['zim'],
    refusesPayload: true,
    longestLifetime: ZIM_MAX_SECONDS_LEFT,
    leastLeft: ZIM_MIN_SECONDS_LEFT,
  },
  uikit: { userIds: ['uikit'], takesKitTokens: true },
  minigame: {
    userIds: EXPRESS_IDS,
    refusesPayload: true,
    codes: [7000004, 7200401, 7201002, 7201003, 7201005],
  },
  superboard: { userIds: EXPRESS_IDS },
  'ai-agent': { userIds: ['ai-agent'] },
};

export const SERVICES: readonly Service[] = /* @__PURE__ */ Object.keys(PRODUCTS) as Service[];

/** What people call those who refuse a userId, in every language. */
export const PROFILE_NAMES: { readonly [profile in UserIdProfile]: string } = {
  'express-native': 'Express native',
  'express-web': 'Express Web',
  zim: 'ZIM',
  uikit: 'UIKit',
  'ai-agent': 'AI Agent',
  aiagent: 'AI Agent',
  portable: 'ZIM, UIKit or AI Agent',
};
