import type { notes as notesInEnglish } from '../en/notes.ts';
import type { TextsOf } from '../texts.ts';
import {
  BARE_SECRET,
  BEFORE_HASH,
  badId,
  MAKE_PAYLOAD,
  NO_ID,
  NONCE,
  nameOf,
  PASS_SECONDS,
  profileNames,
  TAKEN_OFF,
} from './words.ts';

export const notes: TextsOf<keyof typeof notesInEnglish> = {
  'product-payload': ({ service }) => [
    `${nameOf(service)} 不接受 payload`,
    `Token 带有房间权限，${nameOf(service)} 会拒绝。`,
    `为 ${nameOf(service)} 生成 payload 为空的 Token。`,
  ],
  'product-lifetime': ({ left }, duration) => [
    'Token 的到期时间超过 ZIM 的限制',
    `从现在起还有 ${duration(left)} 到期；ZIM 最多接受 24 天。`,
    '有效期设为一小时或一天，并及时更新。',
  ],
  'user-id-not-set': ({ text }) => [
    'userId 没有赋值',
    `它是“${text}”：未赋值的变量或对象被转成了文本。没有 ID 的人都会以同一个用户登录。`,
    NO_ID,
  ],
  'room-id-not-set': ({ text }) => [
    '房间 ID 没有赋值',
    `它是“${text}”：未赋值的变量或对象被转成了文本。`,
    NO_ID,
  ],
  'user-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} 会拒绝这个 userId`,
    badId(length),
    '使用 1 到 32 个字母、数字和下划线，处处可用；safeUserId() 可以由任意字符串生成。',
  ],
  'privileges-beside-payload': ({ keys, isIdentity }) => [
    '权限写在了 payload 旁边，不会被读取',
    `被忽略的有：${keys}。${isIdentity === 'yes' ? 'payload 是空的，所以 Token 不限定房间。' : ''}`,
    MAKE_PAYLOAD,
  ],
  'stream-list-renamed': ({ key }) => [
    '流列表用了别的名字',
    `它叫“${key}”，因此被忽略：可以推任意流。正确的名字是 stream_id_list。`,
    MAKE_PAYLOAD,
  ],
  'nonce-large': ['nonce 超出 32 位', 'ZEGO 的文档有的地方说是 int32，有的地方说是 int64。', NONCE],
  'room-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} 会拒绝这个房间 ID`,
    badId(length),
    '在 Token 和客户端里，房间 ID 都使用 1 到 64 个字母、数字、下划线和连字符。',
  ],
  'stream-id-profile': ({ profiles, length }) => [
    `${profileNames(profiles)} 会拒绝这个流 ID`,
    badId(length),
    '流 ID 使用 1 到 255 个字母、数字、下划线和连字符。',
  ],

  'made-in-the-future': ({ secondsAhead }, duration) => [
    'Token 的生成时间在未来',
    `ctime 超前 ${duration(secondsAhead)}：有时钟不准。`,
    '用 NTP 校准时钟。',
  ],
  'times-in-milliseconds': [
    '时间用了毫秒',
    '所以 Token 实际上永不过期。',
    '写成秒：Math.floor(Date.now() / 1000)。',
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
  'secret-blanks': ['给出的密钥首尾有空白或引号', '去掉之后就相符。', BARE_SECRET],
  'kit-wrapped-twice': [
    'Kit Token 被包了两次',
    'UIKit 只读取第一个 # 之后的部分，其余忽略。',
    '只由 token04 生成一次 Kit Token。',
  ],
  quotes: ({ first }) => [
    'Token 外面有引号',
    TAKEN_OFF,
    first === 'b'
      ? '请传入 .decode() 的结果：这是 Python 打印 bytes 的样子。'
      : '如果应用也带着引号传入，请从 JSON 里取值，不要取它的文本。',
  ],
  bearer: ['Token 前面有“Bearer”', TAKEN_OFF, '只把 Token 本身传给 SDK。'],
  'text-around': ['Token 夹在其他文字里', TAKEN_OFF, '只把 Token 本身传给 SDK。'],
  'several-tokens': ({ count }) => [
    '给出的内容里有多个 Token',
    `共有 ${count} 个，这是第一个。`,
    '逐个查看：diagnoseAll() 和 token04 doctor 都会这样做。',
  ],
  'reading-proved': [
    '密钥证明了 Token 的生成方式',
    '这样读取，能解密出 token04 的内容，不会是巧合。',
    '在生成器里修正上面指出的问题，或改用 generateToken04 或官方生成器。',
  ],
  'kit-token': [
    '这是 Kit Token',
    '它是 token04，# 之后还有只给 UIKit 的数据。',
    `其他 SDK：${BEFORE_HASH}`,
  ],
  'in-url': ({ parameter }) => [
    'Token 是从 URL 里取出的',
    `它是参数“${parameter}”。URL 会进入日志，而拿到 Token 的人都能使用它。`,
    '最好放在请求头或正文里传输。',
  ],
  'blanks-around': [
    'Token 首尾有空白',
    TAKEN_OFF,
    '如果不是复制造成的，请在读取 Token 的地方去掉首尾空白。',
  ],
  'no-secret': [
    '没有密钥只能读取外层',
    'Token 属于谁、是否与密钥相符，都在加密部分。',
    '在允许使用密钥的机器上给出 ServerSecret。',
  ],
  cbc: [
    'Token 用的是 CBC',
    'ZEGO 的示例就是这样，可以使用。但持有者能够不被察觉地改动它的前几个字节。',
    '如果你自己的服务端依据 Token 做判断，请用 mode: "gcm" 生成。',
  ],
};
