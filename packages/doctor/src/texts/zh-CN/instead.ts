import type { instead as insteadInEnglish } from '../en/instead.ts';
import type { TextsOf } from '../texts.ts';
import { MAKE_TOKEN, SEE_PASSED } from './words.ts';

export const instead: TextsOf<keyof typeof insteadInEnglish> = {
  empty: [
    '没有 Token',
    '给出的内容是空的。',
    '检查对 Token 接口的请求是否失败，而客户端没有等到结果就继续了。',
  ],
  'too-long': ({ length }) => [
    '内容太长，不可能是 Token',
    `它有 ${length} 个字符；最长的 Token 有 87,422 个字符。`,
    SEE_PASSED,
  ],
  'not-set': ({ text }) => [
    '变量没有赋值',
    `给出的内容是“${text}”这个词：没有值的变量被转成了文本。`,
    '等 Token 接口返回之后再使用，并从响应中真正存在的字段取 Token。',
  ],
  'object-as-text': [
    '对象被转成了文本',
    '传入的是整个响应，而不是其中的 Token。',
    '传入响应中保存 Token 的字段，例如 answer.token。',
  ],
  'promise-as-text': [
    'Promise 被转成了文本',
    '没有等待 Token：传入的是 Promise、Future 或 Task。',
    '在获取或生成 Token 的调用前加上 await。',
  ],
  'bytes-as-text': [
    '字节被打印成了文本',
    '应该传入字符串的地方传入了缓冲区或字节数组。',
    '传入生成器给出的字符串，或 04 加上字节的 base64。',
  ],
  placeholder: [
    '这是占位符',
    '它在示例里代替 Token，或是没有填入值的变量。',
    '换成你自己的 Token；token04 generate 可以生成一个。',
  ],
  'error-as-text': [
    '这是一条错误信息',
    '获取 Token 的调用失败了，而它的错误被传了下去。',
    '阅读错误信息并修正该调用；失败时不要继续往下传。',
  ],
  'html-page': [
    '这是一个 HTML 页面',
    'Token 接口返回了页面：错误页、登录页或应用本身。',
    '在浏览器里打开接口地址：路径对吗？用户还在登录状态吗？',
  ],
  'json-error': [
    '这是一个 JSON 错误响应',
    'Token 接口返回了失败，而这个响应被传了下去。',
    '阅读响应并修正原因；失败时不要继续往下传。',
  ],
  'client-code': ({ code }) => [
    '这是错误码，不是 Token',
    `ZEGO 的某个 SDK 会给出 ${code}。`,
    `查询：token04 explain ${code}。要找出原因，请给出被拒绝的 Token。`,
  ],
  token03: ['这是 03 版本的 Token', '现在的 SDK 不接受它。', MAKE_TOKEN],
  'jwt-claims': [
    '你的接口生成的是 JWT，而不是 token04',
    '这个 JSON Web Token 里有应用、用户或房间。ZEGO 的 SDK 都不接受。',
    MAKE_TOKEN,
  ],
  'jwt-in-kit-token': [
    'Kit Token 里是 JWT',
    '# 之前必须是 token04，而这里是 JSON Web Token。',
    '先生成 token04，再用 createKitToken() 生成 Kit Token。',
  ],
  jwt: [
    '这是 JWT',
    '它是 JSON Web Token，例如你自己登录系统的令牌。',
    '传入 Token 接口返回的 token04，而不是会话令牌。',
  ],
  'foreign-token': ({ of }) => ['这是其他厂商的 Token', `它的格式是 ${of} 的 Token。`, MAKE_TOKEN],
  whip: [
    '这是 WHIP 或 RTMP 地址的参数',
    'zgToken、zgExpired 和 zgNonce 用于推流工具的地址鉴权。',
    'SDK 请使用 token04；OBS 等工具请按 ZEGO 的 WHIP 文档使用这些参数。',
  ],
  'credential-as-token': ({ digits }) =>
    digits === 64
      ? [
          '这看起来是 AppSign，不是 Token',
          'AppSign 有 64 个十六进制字符，WHIP 地址的 Token 也是。',
          '在服务端用 ServerSecret 生成 Token。',
        ]
      : [
          '这看起来是密钥，不是 Token',
          'ServerSecret 有 32 个十六进制字符。',
          '在服务端用它生成 Token。如果它已经发到客户端，请更换。',
        ],
  'not-a-token': ({ is }) => [
    '这不是 token04',
    is === 'json'
      ? '它是一个 JSON 对象，其中没有 token04。'
      : is === 'number'
        ? '它是一个数字，不是 ZEGO 与 Token 有关的错误码。'
        : 'token04 是 04 和 base64，给出的内容里没有。',
    SEE_PASSED,
  ],
};
