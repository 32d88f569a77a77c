import type { instead as insteadInEnglish } from '../en/instead.ts';
import type { TextsOf } from '../texts.ts';
import { MAKE_KIT, MAKE_TOKEN, MEND_CALL, SEE_ENDPOINT, SEE_PASSED } from './words.ts';

export const instead: TextsOf<keyof typeof insteadInEnglish> = {
  empty: ['没有 Token', '', SEE_ENDPOINT],
  'too-long': ({ length }) => [
    '内容太长，不可能是 Token',
    `它有 ${length} 个字符；最长的 Token 有 87,422 个字符。`,
    SEE_PASSED,
  ],
  'not-set': ({ text }) => ['变量没有赋值', `它是文本“${text}”。`, SEE_ENDPOINT],
  'object-as-text': ['对象被转成了文本', '', '传入响应中保存 Token 的字段。'],
  'promise-as-text': ['Promise 被转成了文本', '', '在获取或生成 Token 的调用前加上 await。'],
  'bytes-as-text': ['字节被打印成了文本', '', '把字节编码成 base64，或解码成文本。'],
  placeholder: ['这是占位符', '', '换成你自己的 Token；token04 generate 可以生成一个。'],
  'error-as-text': ['这是一条错误信息', '', MEND_CALL],
  'html-page': [
    '这是一个 HTML 页面',
    '',
    '在浏览器里打开 Token 接口：路径对吗？用户还在登录状态吗？',
  ],
  'json-error': ['这是一个 JSON 错误响应', '', MEND_CALL],
  'client-code': ({ code }) => [
    '这是错误码，不是 Token',
    '',
    `查看 token04 explain ${code}，或给出被拒绝的 Token。`,
  ],
  token03: ['这是 03 版本的 Token', '', MAKE_TOKEN],
  'jwt-claims': ['你的 Token 接口生成的是 JWT，ZEGO 的 SDK 都不接受', '', MAKE_TOKEN],
  'jwt-in-kit-token': ['Kit Token 里是 JWT', '', MAKE_KIT],
  jwt: ['这是 JWT', '', '传入 Token 接口返回的 token04，而不是你自己登录系统的令牌。'],
  'foreign-token': ({ of }) => [`这是 ${of} 的 Token`, '', MAKE_TOKEN],
  whip: ['这是 WHIP 或 RTMP 地址的参数', '', MAKE_TOKEN],
  'credential-as-token': ({ digits }) =>
    digits === 64
      ? ['这看起来是 AppSign，或 WHIP 地址的 Token', '', '在服务端用 ServerSecret 生成 Token。']
      : [
          '这看起来是 ServerSecret，不是 Token',
          '',
          '在服务端用它生成 Token。如果它已经发到客户端，请更换。',
        ],
  'not-a-token': ({ is }) => [
    '这不是 token04',
    is === 'json'
      ? '它是 JSON，其中没有 token04。'
      : is === 'number'
        ? '它是一个数字，不是与 Token 有关的错误码。'
        : 'token04 是 04 和 base64。',
    SEE_PASSED,
  ],
};
