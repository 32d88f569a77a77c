import type { TextsOf } from '../texts.ts';
import { BREAKS, DIFFERENCES, mendDifference, PASS_SECONDS, type } from './words.ts';

export const claims: TextsOf<
  | 'plaintext-quotes'
  | 'plaintext-python'
  | 'plaintext-json-broken'
  | 'plaintext-not-json'
  | 'plaintext-double-encoded'
  | 'field-renamed'
  | 'app-id-not-a-number'
  | 'nonce-invalid'
  | 'payload-object'
  | 'field-missing'
  | 'field-invalid'
  | 'expire-mismatch'
  | 'user-id-empty'
  | 'ttl-not-positive'
  | 'app-id-mismatch'
  | 'user-id-mismatch'
  | 'kit-missing'
  | 'kit-unexpected'
  | 'kit-damaged'
  | 'kit-mismatch'
  | 'expired'
  | 'expires-soon'
> = {
  'plaintext-quotes': ({ key, position }) => [
    'JSON 是手工拼接的：引号没有转义',
    `密钥正确。JSON 在第 ${position} 个字符处中断${key ? `，位于 ${key} 的值里` : ''}：其中的引号结束了字符串。`,
    '用 JSON.stringify()、json.dumps 或 json_encode 生成，其中的 payload 也一样。',
  ],
  'plaintext-python': ({ position }) => [
    '明文不是 JSON，而是程序打印的内容',
    `密钥正确。第 ${position} 个字符处有单引号、True、False 或 None，那是 Python 的 str() 的写法。`,
    '用 json.dumps(claims) 代替 str(claims)。',
  ],
  'plaintext-json-broken': ({ position, kind }) => [
    'Token 里的 JSON 有错误',
    `密钥正确。JSON 在第 ${position} 个字符处中断：${BREAKS[String(kind)] ?? BREAKS['other']}。`,
    '用 JSON.stringify() 或语言自带的 JSON 库生成，不要手工拼接。',
  ],
  'plaintext-not-json': [
    '加密的内容不是 token04 的 JSON',
    '密钥正确，但解密后没有带 token04 字段的 JSON 对象。',
    '加密各字段经 JSON.stringify() 的结果，不要加密由对象转成的文本。',
  ],
  'plaintext-double-encoded': [
    'JSON 被编码了两次',
    '解密后是一个 JSON 字符串，对象在字符串里面。',
    '各字段只转换一次 JSON。',
  ],
  'field-renamed': ({ field, key }) => [
    `字段 ${field} 用了别的名字`,
    `它在 Token 里叫 ${key}。字段名要逐字符一致。`,
    '字段名必须是 app_id、user_id、nonce、ctime、expire 和 payload。',
  ],
  'app-id-not-a-number': ({ got }) => [
    'Token 里的 appId 不是数字',
    `app_id 的类型是${type(got)}。环境变量都是字符串。`,
    '生成 Token 之前先转换：Number(process.env.ZEGO_APP_ID)。',
  ],
  'nonce-invalid': ({ got }) => [
    'nonce 不是整数',
    got === 'number' ? '它是小数，或超出范围。' : `它的类型是${type(got)}。`,
    '取 −2147483648 到 2147483647 之间的整数，并写成数字。',
  ],
  'payload-object': [
    'payload 是对象，而不是字符串',
    'Token 里的 payload 是 JSON 对象，它应该是内容为 JSON 的字符串。',
    '传入 JSON.stringify(payload)，或用 roomPayload() 生成。',
  ],
  'field-missing': ({ field }) => [
    `缺少字段 ${field}`,
    'Token 可以解密，但它的 JSON 没有这个字段，或用了别的名字。',
    '字段名必须是 app_id、user_id、nonce、ctime、expire 和 payload。',
  ],
  'field-invalid': ({ field, got }) => [
    `字段 ${field} 不符合要求`,
    `它的类型是${type(got)}，或超出范围。`,
    'app_id、nonce、ctime、expire 是整数；user_id 和 payload 是字符串。',
  ],
  'expire-mismatch': ({ inner, outer }) => [
    '两个过期时间不一致',
    `加密部分是 ${inner}，外层是 ${outer}。外层未经认证，可能被人改过。`,
    '两处写同一个值。如果确实如此，说明 Token 被篡改了。',
  ],
  'user-id-empty': [
    'userId 是空的',
    'Token 没有指明用户。官方 .NET 会生成这样的 Token，但无法登录。',
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
    `它的 userId 不是期望的那个。${DIFFERENCES[difference as string] ?? ''}`,
    mendDifference(difference, '登录时使用与生成 Token 时完全相同的 userId。'),
  ],
  'kit-missing': [
    'UIKit 需要 Kit Token，而这里没有 #',
    'Web 端 UIKit 会读取 # 之后的数据。没有 # 时控制台提示“kitToken error”。',
    '由这个 Token 生成 Kit Token：用 createKitToken()，或 UIKit 的 generateKitTokenForProduction。',
  ],
  'kit-unexpected': [
    'Kit Token 只给 UIKit 使用',
    '这个产品的 SDK 接受的是不带 # 及其后内容的 token04。',
    '传入 # 之前的部分，或使用 parseKitToken()。',
  ],
  'kit-damaged': [
    'Kit Token 的后半部分已损坏',
    '# 之后不是 UIKit 所读取的 JSON 的 base64。',
    '用 createKitToken() 生成并原样传输：在 URL 里 # 是片段的开头。',
  ],
  'kit-mismatch': ({ field }) => [
    `Kit Token 两部分的 ${field} 不一致`,
    field === 'roomId'
      ? '# 之后的房间不是 Token 权限里的房间。'
      : `# 之后的 ${field} 与 Token 里的不同。`,
    '两部分要对应同一个应用、用户和房间：createKitToken() 接收 Token 及其数据。',
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
