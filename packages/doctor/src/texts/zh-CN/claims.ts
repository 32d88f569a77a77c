import type { claims as claimsInEnglish } from '../en/claims.ts';
import type { TextsOf } from '../texts.ts';
import {
  anotherId,
  BEFORE_HASH,
  breaksAt,
  DUMPS,
  encodedIn,
  FIELDS,
  MAKE_JSON,
  MAKE_KIT,
  MAKE_PAYLOAD,
  NONCE,
  PASS_SECONDS,
  python,
  spaced,
  type,
} from './words.ts';

export const claims: TextsOf<keyof typeof claimsInEnglish> = {
  'plaintext-quotes': ({ key, position }) => [
    'JSON 里的引号没有转义',
    `它在第 ${position} 个字符处中断${key ? `，位于 ${key} 的值里` : ''}。`,
    MAKE_JSON,
  ],
  'plaintext-python': ({ position }) => [
    '明文不是 JSON，而是 Python 打印的内容',
    python(position),
    DUMPS,
  ],
  'plaintext-json-broken': ({ position, kind }) => [
    'Token 里的 JSON 有错误',
    breaksAt(position, kind),
    MAKE_JSON,
  ],
  'plaintext-not-json': ({ encoding }) => [
    '加密的内容不是 token04 的 JSON',
    encoding ? encodedIn(encoding) : '密钥正确。',
    encoding ? '直接加密 JSON 的 UTF-8 字节（.NET 用 Encoding.UTF8）。' : MAKE_JSON,
  ],
  'plaintext-double-encoded': ['JSON 被编码了两次', '', '各字段只转换一次 JSON。'],
  'field-renamed': ({ field, key }) => [`字段 ${field} 写成了 ${key}`, '', FIELDS],
  'app-id-not-a-number': ({ got }) => [
    'Token 里的 appId 不是数字',
    `它的类型是${type(got)}。`,
    '传入 Number(process.env.ZEGO_APP_ID)。',
  ],
  'nonce-invalid': ({ got }) => ['nonce 不是整数', `它的类型是${type(got)}，或超出范围。`, NONCE],
  'payload-object': ['payload 是对象，而不是字符串', '', MAKE_PAYLOAD],
  'field-missing': ({ field }) => [`缺少字段 ${field}`, '', FIELDS],
  'field-invalid': ({ field, got }) => [
    `字段 ${field} 错误`,
    `它的类型是${type(got)}，或超出范围。`,
    'user_id 和 payload 是字符串，其余都是整数。',
  ],
  'expire-mismatch': ({ inner, outer }) => [
    '两个过期时间不一致',
    `加密部分是 ${inner}，外层是 ${outer}。`,
    '两处写同一个值。如果确实如此，说明 Token 被改动过。',
  ],
  'user-id-empty': ['userId 是空的', '', '传入客户端登录时使用的 userId。'],
  'ttl-not-positive': ({ ttl }) => [
    'Token 在开始之前就结束了',
    `有效期为 ${ttl} 秒。`,
    `${PASS_SECONDS}expire 是 ctime 加上它。`,
  ],
  'app-id-mismatch': ({ appId, expected }) => [
    'Token 属于另一个应用',
    `它的 appId 是 ${appId}，期望的是 ${expected}。`,
    '服务端和客户端使用同一个项目。',
  ],
  'user-id-mismatch': anotherId('Token 属于另一个用户', '登录时使用与 Token 完全相同的 userId。'),
  'kit-missing': [
    'UIKit 需要 Kit Token，而这里没有 #',
    '没有 # 时控制台提示“kitToken error”。',
    MAKE_KIT,
  ],
  'kit-unexpected': ['Kit Token 只给 UIKit 使用', '', BEFORE_HASH],
  'kit-damaged': ['Kit Token 在 # 之后已损坏', '', MAKE_KIT],
  'kit-mismatch': ({ field }) => [
    `Kit Token 两部分的 ${field} 不一致`,
    '',
    '两部分要对应同一个应用、用户和房间。',
  ],
  expired: ({ secondsAgo }, duration) => [
    'Token 已过期',
    `它在 ${spaced(duration(secondsAgo))}前到期。`,
    '获取新的 Token，并用 renewToken 及时更新。如果它是刚生成的，请检查服务端的时钟和时区。',
  ],
  'expires-soon': ({ secondsLeft }) => [
    'Token 剩余时间不够 ZIM 使用',
    `还剩 ${secondsLeft} 秒；ZIM 要求至少 30 秒。`,
    '登录前获取新的 Token。',
  ],
};
