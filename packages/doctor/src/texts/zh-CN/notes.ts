import type { TextsOf } from '../texts.ts';
import { MAKE_PAYLOAD, nameOf, PASS_SECONDS, profileNames } from './words.ts';

export const notes: TextsOf<
  | 'product-payload'
  | 'product-lifetime'
  | 'user-id-profile'
  | 'room-id-profile'
  | 'stream-id-profile'
  | 'privileges-beside-payload'
  | 'stream-list-renamed'
  | 'nonce-large'
  | 'made-in-the-future'
  | 'times-in-milliseconds'
  | 'ttl-timestamp'
  | 'ttl-milliseconds'
  | 'secret-blanks'
  | 'kit-wrapped-twice'
  | 'quotes'
  | 'bearer'
  | 'text-around'
  | 'several-tokens'
  | 'reading-proved'
  | 'kit-token'
  | 'in-url'
  | 'blanks-around'
  | 'no-secret'
  | 'cbc'
> = {
  'product-payload': ({ service }) => [
    `${nameOf(service)} 不接受 payload`,
    `Token 带有房间权限。Express 会读取它，而 ${nameOf(service)} 会拒绝这个 Token。`,
    `为 ${nameOf(service)} 生成 payload 为空的 Token。`,
  ],
  'product-lifetime': ({ left }, duration) => [
    'Token 的到期时间超过 ZIM 的限制',
    `从现在起还有 ${duration(left)} 到期；ZIM 最多接受 24 天。`,
    '有效期设为一小时或一天，并及时更新。',
  ],
  'user-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} 会拒绝这个 userId`,
    `它有 ${length} 个字符：或者太长，或者含有不被接受的字符。1 到 32 个字母、数字和下划线处处可用。`,
    '使用这样的 ID；safeUserId() 可以由任意字符串生成。',
  ],
  'privileges-beside-payload': ({ keys, isIdentity }) => [
    '权限写在了 payload 旁边，不会被读取',
    `被忽略的有：${keys}。${isIdentity === 'yes' ? 'payload 是空的，所以这是基础鉴权 Token，不限定房间。' : ''}`,
    '把它们作为 JSON 字符串放进 payload；roomPayload() 可以生成。',
  ],
  'stream-list-renamed': ({ key }) => [
    '流列表用了别的名字',
    `它叫“${key}”，因此被忽略：可以推任意流。正确的名字是 stream_id_list。`,
    MAKE_PAYLOAD,
  ],
  'nonce-large': [
    'nonce 超出 32 位',
    'ZEGO 的文档有的地方说是 int32，有的地方说是 int64。毫秒时间太大了。',
    '稳妥起见，取 −2147483648 到 2147483647 之间的整数。',
  ],
  'room-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} 会拒绝这个房间 ID`,
    `它有 ${length} 个字符：或者太长，或者含有不被接受的字符。1 到 64 个字母、数字、下划线和连字符处处可用。`,
    '在 Token 和客户端里都使用这样的房间 ID。',
  ],
  'stream-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} 会拒绝这个流 ID`,
    `它有 ${length} 个字符：或者太长，或者含有字母、数字、下划线和连字符之外的字符。`,
    '流 ID 使用 1 到 255 个字母、数字、下划线和连字符。',
  ],

  'made-in-the-future': ({ secondsAhead }, duration) => [
    'Token 的生成时间在未来',
    `ctime 超前 ${duration(secondsAhead)}：生成它的服务器或本机的时钟不准。`,
    '用 NTP 校准时钟。',
  ],
  'times-in-milliseconds': [
    '时间用了毫秒',
    'ctime 是应有值的一千倍，Token 实际上永不过期。',
    '把 Date.now() 除以 1000 并向下取整。',
  ],
  'ttl-timestamp': ({ ttl }, duration) => [
    '有效期看起来是时间戳',
    `Token 的有效期为 ${duration(ttl)}。可能把到期时刻当作时长传入了。`,
    PASS_SECONDS,
  ],
  'ttl-milliseconds': ({ ttl, meant }, duration) => [
    '有效期看起来是毫秒',
    `Token 的有效期为 ${duration(ttl)}。本意是不是 ${duration(meant)}？`,
    PASS_SECONDS,
  ],
  'secret-blanks': [
    '给出的密钥首尾有空白或引号',
    '去掉之后就相符。从文件读取时很容易带上换行或引号。',
    '在读取密钥的地方去掉它们，否则服务端可能因此失败。',
  ],
  'kit-wrapped-twice': [
    'Kit Token 被包了两次',
    '用 Kit Token 又生成了 Kit Token。UIKit 只读取第一个 # 之后的部分，其余忽略。',
    '只由 token04 生成一次 Kit Token。',
  ],
  quotes: ({ first }) => [
    'Token 外面有引号',
    '读取时已去掉。',
    first === 'b'
      ? '引号和前面的 b 是 Python 打印 bytes 的样子：请传入 .decode() 的结果。'
      : '如果应用也带着引号传入，请解析 JSON 取值，不要截取文本。',
  ],
  bearer: ['Token 前面有“Bearer”', '读取时已去掉。', '只把 Token 本身传给 SDK。'],
  'text-around': [
    'Token 夹在其他文字里',
    '读取时已把它取出。',
    '如果应用传入了整段文字，请只传 Token。',
  ],
  'several-tokens': ({ count }) => [
    '给出的内容里有多个 Token',
    `共有 ${count} 个；这里只说明第一个。`,
    '逐个查看：diagnoseAll() 和 token04 doctor 都会这样做。',
  ],
  'reading-proved': [
    '密钥证明了 Token 的生成方式',
    '按这种方式读取，能解密出 token04 的内容，不会是巧合。',
    '在生成器里修正上面指出的问题，或改用 generateToken04 或官方生成器。',
  ],
  'kit-token': [
    '这是 Kit Token',
    '它由 token04 和 # 之后给 UIKit 的数据组成，只有 UIKit 能读取。',
    '其他 SDK 请传 # 之前的部分，或使用 parseKitToken()。',
  ],
  'in-url': ({ parameter }) => [
    'Token 是从 URL 里取出的',
    `它是参数“${parameter}”。URL 会进入日志，而拿到 Token 的人都能使用它。`,
    '最好放在请求头或正文里传输。',
  ],
  'blanks-around': [
    'Token 首尾有空白',
    '读取时已去掉。',
    '如果不是复制造成的，请在读取 Token 的地方去掉首尾空白。',
  ],
  'no-secret': [
    '没有密钥只能读取外层',
    'Token 属于谁、是否与密钥相符，都在加密部分。',
    '在允许使用密钥的机器上给出 ServerSecret，即可看到其余内容。',
  ],
  cbc: [
    'Token 用的是 CBC',
    'ZEGO 的示例就是这样，可以使用。但持有者能够不被察觉地改动它的前几个字节。',
    '如果你自己的服务端依据 Token 做判断，请用 mode: "gcm" 生成。',
  ],
};
