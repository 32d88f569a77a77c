import { MAX_ROOM_ID_BYTES } from './limits.ts';

/**
 * Which IDs ZEGO's products take (docs/specification.md, 8). A token carries any ID; a client whose
 * SDK does not take it is refused later, so it is better to know before.
 */
export interface IdRule {
  /**
   * How many characters an ID may have; the fewest are 1. Where ZEGO counts bytes it is the same, as
   * all that is allowed is ASCII.
   */
  readonly maximum: number;
  /** What it may have beside the letters A-Z and a-z and digits. */
  readonly others: string;
}

export type UserIdProfile =
  | 'express-native'
  | 'express-web'
  | 'zim'
  | 'uikit'
  | 'ai-agent'
  | 'aiagent'
  | 'portable';

export type RoomIdProfile = 'express-native' | 'express-web' | 'portable';
export type StreamIdProfile = RoomIdProfile;

const EXPRESS = "!#$%&'()*+,-.;<=>@\\^_`~";

/** Stands under two names, as `aiagent` is what `ai-agent` was called first. */
const AI_AGENT: IdRule = { maximum: 32, others: '_-' };

export const USER_ID_RULES: { readonly [profile in UserIdProfile]: IdRule } = {
  'express-native': { maximum: 63, others: EXPRESS },
  'express-web': { maximum: 64, others: EXPRESS },
  zim: { maximum: 32, others: '!#$%&()+-:;<=.>?@[]^_{}|~' },
  uikit: { maximum: 32, others: '_' },
  'ai-agent': AI_AGENT,
  aiagent: AI_AGENT,
  portable: { maximum: 32, others: '_' },
};

export const ROOM_ID_RULES: { readonly [profile in RoomIdProfile]: IdRule } = {
  'express-native': { maximum: MAX_ROOM_ID_BYTES, others: EXPRESS },
  'express-web': { maximum: 128, others: EXPRESS },
  portable: { maximum: 64, others: '_-' },
};

export const STREAM_ID_RULES: { readonly [profile in StreamIdProfile]: IdRule } = {
  'express-native': { maximum: 255, others: '_-' },
  'express-web': { maximum: 256, others: '_-' },
  portable: { maximum: 64, others: '_-' },
};
