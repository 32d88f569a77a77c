import type { Locale } from '@token04/doctor';

/** The reasons of `authorizeRoom`, as it words them, and in Chinese. */
export const REASONS: { readonly [reason: string]: string } = {
  'an identity token has no payload': '基础鉴权 Token 没有 payload',
  'the payload is not a JSON object (client code 1002075)':
    'payload 不是 JSON 对象（客户端错误码 1002075）',
  'room_id is not a string, or is empty': 'room_id 不是字符串，或为空',
  'privilege is not an object, or is empty': 'privilege 不是对象，或为空',
  'the rule does not check login': '该规则不校验登录',
  'the rule does not check publish': '该规则不校验推流',
  'the token is for another room': 'Token 用于另一个房间',
  'the token does not allow login': 'Token 不允许登录',
  'the token does not allow publish': 'Token 不允许推流',
  'the stream is not in stream_id_list': '该流不在 stream_id_list 中',
  'the token allows login': 'Token 允许登录',
  'the token allows publish': 'Token 允许推流',
};

/** A reason of `authorizeRoom` in the language chosen. */
export function translateReason(reason: string, locale: Locale): string {
  return locale === 'zh-CN' ? (REASONS[reason] ?? reason) : reason;
}
