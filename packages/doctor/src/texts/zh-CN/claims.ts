import type { claims as claimsInEnglish } from '../en/claims.ts';
import type { TextsOf } from '../texts.ts';
import {
  BEFORE_HASH,
  BREAKS,
  differenceIn,
  FIELDS,
  MAKE_JSON,
  MAKE_PAYLOAD,
  mendDifference,
  NONCE,
  nameOfEncoding,
  PASS_SECONDS,
  python,
  type,
} from './words.ts';

export const claims: TextsOf<keyof typeof claimsInEnglish> = {
  'plaintext-quotes': ({ key, position }) => [
    'JSON 是手工拼接的：引号没有转义',
    `密钥正确。JSON 在第 ${position} 个字符处中断${key ? `，位于 ${key} 的值里` : ''}：${BREAKS['quotes']}。`,
    MAKE_JSON,
  ],
  'plaintext-python': ({ position }) => [
    '明文不是 JSON，而是程序打印的内容',
    `密钥正确。${python(position)}`,
    '用 json.dumps(claims) 代替 str(claims)。',
  ],
  'plaintext-json-broken': ({ position, kind }) => [
    'Token 里的 JSON 有错误',
    `密钥正确。JSON 在第 ${position} 个字符处中断：${BREAKS[String(kind)] ?? BREAKS['other']}。`,
    MAKE_JSON,
  ],
  'plaintext-not-json': ({ encoding }) => [
    '加密的内容不是 token04 的 JSON',
    `密钥正确，但解密后${encoding ? `不是 JSON 本身，而是：${nameOfEncoding(encoding)}` : '没有带 token04 字段的 JSON 对象'}。`,
    encoding
      ? '直接加密 JSON 的 UTF-8 字节（.NET 用 Encoding.UTF8，不要用 Unicode），不要压缩或再编码。'
      : MAKE_JSON,
  ],
  'plaintext-double-encoded': [
    'JSON 被编码了两次',
    '解密后是一个 JSON 字符串，对象在字符串里面。',
    '各字段只转换一次 JSON。',
  ],
  'field-renamed': ({ field, key }) => [`字段 ${field} 用了别的名字`, `它叫 ${key}。`, FIELDS],
  'app-id-not-a-number': ({ got }) => [
    'Token 里的 appId 不是数字',
    `它的类型是${type(got)}。环境变量都是字符串。`,
    '先转换它：Number(process.env.ZEGO_APP_ID)。',
  ],
  'nonce-invalid': ({ got }) => [
    'nonce 不是整数',
    got === 'number' ? '它是小数，或超出范围。' : `它的类型是${type(got)}。`,
    NONCE,
  ],
  'payload-object': [
    'payload 是对象，而不是字符串',
    '它应该是内容为 JSON 的字符串。',
    MAKE_PAYLOAD,
  ],
  'field-missing': ({ field }) => [
    `缺少字段 ${field}`,
    '密钥正确，但 JSON 里没有这个字段。',
    FIELDS,
  ],
  'field-invalid': ({ field, got }) => [
    `字段 ${field} 不符合要求`,
    `它的类型是${type(got)}，或超出范围。`,
    'app_id、nonce、ctime、expire 是整数；user_id 和 payload 是字符串。',
  ],
  'expire-mismatch': ({ inner, outer }) => [
    '两个过期时间不一致',
    `加密部分是 ${inner}；外层是 ${outer}，任何人都能改动它。`,
    '两处写同一个值。如果确实如此，说明 Token 被改动过。',
  ],
  'user-id-empty': [
    'userId 是空的',
    '没有用户的 Token 无法登录。',
    '传入客户端登录时使用的 userId。',
  ],
  'ttl-not-positive': ({ ttl }) => [
    'Token 在开始之前就结束了',
    `从 ctime 到 expire 是 ${ttl} 秒。`,
    PASS_SECONDS,
  ],
  'app-id-mismatch': ({ appId, expected }) => [
    'Token 属于另一个应用',
    `它的 appId 是 ${appId}，期望的是 ${expected}。`,
    '服务端和客户端使用同一个项目的 AppID 和密钥。',
  ],
  'user-id-mismatch': ({ difference }) => [
    'Token 属于另一个用户',
    `它的 userId 不是期望的那个。${differenceIn(difference)}`,
    mendDifference(difference, '登录时使用与 Token 完全相同的 userId。'),
  ],
  'kit-missing': [
    'UIKit 需要 Kit Token，而这里没有 #',
    'Web 端 UIKit 会读取 # 之后的数据。没有 # 时控制台提示“kitToken error”。',
    '用 createKitToken()，或 UIKit 的 generateKitTokenForProduction 生成。',
  ],
  'kit-unexpected': [
    'Kit Token 只给 UIKit 使用',
    '这个产品接受的是 # 之前的部分：token04。',
    BEFORE_HASH,
  ],
  'kit-damaged': [
    'Kit Token 的后半部分已损坏',
    '# 之后不是 UIKit 所读取的 JSON 的 base64。',
    '用 createKitToken() 生成并原样传输：在 URL 里 # 是片段的开头。',
  ],
  'kit-mismatch': ({ field }) => [
    `Kit Token 两部分的 ${field} 不一致`,
    `# 之后的 ${field} 与 Token 里的不同。`,
    '两部分要对应同一个应用、用户和房间，用 createKitToken() 生成。',
  ],
  expired: ({ secondsAgo }, duration) => [
    'Token 已过期',
    `它在 ${duration(secondsAgo)}前到期。`,
    '获取新的 Token，并在 SDK 通知即将过期时用 renewToken 及时更新。如果它是刚生成的，请检查时钟。',
  ],
  'expires-soon': ({ secondsLeft }) => [
    'Token 剩余时间不够 ZIM 使用',
    `还剩 ${secondsLeft} 秒；ZIM 登录时要求至少 30 秒。`,
    '登录前获取新的 Token。',
  ],
};
