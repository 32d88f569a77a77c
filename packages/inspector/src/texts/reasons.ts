import type { Decision, DecisionCode } from '@token04/core/web';
import type { Locale } from '@token04/doctor';

type Action = 'login' | 'publish';

const ACTIONS: { readonly [action in Action]: string } = { login: '登录', publish: '推流' };

/** The codes of `authorizeRoom` in Chinese; in English its own reason is shown. */
export const REASONS: { readonly [code in DecisionCode]: (action: string) => string } = {
  allowed: (action) => `Token 允许${action}`,
  'not-checked': (action) => `该规则不校验${action}`,
  'identity-token': () => '基础鉴权 Token 没有 payload',
  'payload-not-json': () => 'payload 不是 JSON 对象（客户端错误码 1002075）',
  'room-missing': () => 'room_id 不是字符串，或为空',
  'privilege-missing': () => 'privilege 不是对象，或为空',
  'room-mismatch': () => 'Token 用于另一个房间',
  'not-granted': (action) => `Token 不允许${action}`,
  'stream-not-listed': () => '该流不在 stream_id_list 中',
};

/** Why an action is allowed or not, in the language chosen. */
export function reasonOf({ code, reason }: Decision, action: Action, locale: Locale): string {
  return locale === 'zh-CN' ? REASONS[code](ACTIONS[action]) : reason;
}
