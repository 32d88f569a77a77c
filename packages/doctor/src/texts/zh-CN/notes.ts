import type { notes as notesInEnglish } from '../en/notes.ts';
import type { TextsOf } from '../texts.ts';
import {
  BARE_SECRET,
  BEFORE_HASH,
  MAKE_KIT,
  MAKE_PAYLOAD,
  NONCE,
  neverSet,
  PASS_SECONDS,
  refusedId,
  spaced,
  TAKE_FIELD,
  TOKEN_ALONE,
  WRITE_SECONDS,
} from './words.ts';

export const notes: TextsOf<keyof typeof notesInEnglish> = {
  'product-payload': ['ZIM 和小游戏不接受 payload', '', '生成 payload 为空的 Token。'],
  'product-lifetime': ({ left }, duration) => [
    'Token 的到期时间超过 ZIM 的限制',
    `它的有效期还有 ${spaced(duration(left))}；ZIM 最多接受 24 天。`,
    PASS_SECONDS,
  ],
  'user-id-not-set': neverSet('userId'),
  'room-id-not-set': neverSet('房间 ID'),
  'user-id-profile': refusedId(
    ' userId ',
    '使用 1 到 32 个字母、数字和下划线；safeUserId() 可以生成。',
  ),
  'privileges-beside-payload': ({ keys }) => [
    '权限写在了 payload 旁边',
    `被忽略的有：${keys}。`,
    MAKE_PAYLOAD,
  ],
  'stream-list-renamed': ({ key }) => [
    `流列表写成了“${key}”，而不是 stream_id_list`,
    '因此它被忽略，可以推任意流。',
    MAKE_PAYLOAD,
  ],
  'nonce-large': ['nonce 超出 32 位', '', NONCE],
  'room-id-profile': refusedId('房间 ID ', '使用 1 到 64 个字母、数字、下划线和连字符。'),
  'stream-id-profile': refusedId('流 ID ', '使用 1 到 255 个字母、数字、下划线和连字符。'),
  'made-in-the-future': ({ secondsAhead }, duration) => [
    'Token 的生成时间在未来',
    `ctime 超前 ${spaced(duration(secondsAhead))}。`,
    '用 NTP 校准时钟。',
  ],
  'times-in-milliseconds': ['时间用了毫秒', '', WRITE_SECONDS],
  'ttl-timestamp': ({ ttl }, duration) => [
    '有效期看起来是时间戳',
    `有效期为 ${spaced(duration(ttl))}。`,
    PASS_SECONDS,
  ],
  'ttl-milliseconds': ({ ttl }, duration) => [
    '有效期看起来是毫秒',
    `有效期为 ${spaced(duration(ttl))}。`,
    PASS_SECONDS,
  ],
  'secret-blanks': ['密钥去掉首尾的空白或引号后相符', '', BARE_SECRET],
  'kit-wrapped-twice': ['Kit Token 被包了两次', '', MAKE_KIT],
  quotes: ({ first }) => [
    'Token 外面有引号',
    '',
    first === 'b' ? '对 bytes 调用 decode()：Python 就是这样打印它的。' : TAKE_FIELD,
  ],
  bearer: ['Token 前面有“Bearer”', '', TOKEN_ALONE],
  'text-around': ['Token 夹在其他文字里', '', TOKEN_ALONE],
  'several-tokens': ({ count }) => [
    '给出的内容里有多个 Token',
    `共有 ${count} 个，这是第一个。`,
    'diagnoseAll() 和 token04 doctor 会逐个查看。',
  ],
  'reading-proved': ['密钥证明了 Token 的生成方式', '', '修正上面指出的问题。'],
  'kit-token': ['这是 Kit Token', '', BEFORE_HASH],
  'in-url': ({ parameter }) => [
    'Token 是从 URL 里取出的',
    `它是参数“${parameter}”。URL 会进入日志。`,
    '放在请求头或正文里传输。',
  ],
  'blanks-around': ['Token 首尾有空白', '', '在读取 Token 的地方去掉首尾空白。'],
  'no-secret': ['没有密钥只能读取外层', '', '在允许使用密钥的机器上给出 ServerSecret。'],
  cbc: [
    'Token 用的是 CBC',
    '可以使用，但持有者能够不被察觉地改动它的前几个字节。',
    '如果你自己的服务端依据 Token 做判断，请用 mode: "gcm" 生成。',
  ],
};
