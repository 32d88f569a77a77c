import { PRODUCTS, type Texts } from './texts.ts';

const KEY_IS_TEXT = '直接使用控制台中的 ServerSecret:它的 32 个字符按文本就是密钥(AES-256)。';
const SEND_UNCHANGED =
  '让 Token 原样到达：放在 JSON 正文里传输；放在 URL 里时先经过 encodeURIComponent。';
const MAKE_PAYLOAD = '用 roomPayload() 生成 payload,或只调用一次 JSON.stringify()。';
const PRIVILEGES = '"1" 是登录房间，"2" 是推流；值为数字 0 或 1。';

const DIFFERENCES: { readonly [difference: string]: string } = {
  case: '两者只有大小写不同。',
  blanks: '两者只有首尾空白不同。',
  other: '两者不同。',
};
const TYPES: { readonly [type: string]: string } = {
  string: '字符串',
  number: '数字',
  boolean: '布尔值',
  object: '对象',
  array: '数组',
  null: 'null',
  undefined: '空缺',
};

function type(got: string | number | undefined): string {
  return TYPES[String(got)] ?? String(got);
}

/** Neither mistake leaves enough bytes for AES-256. */
function padded(keyBits: string | number | undefined): string {
  return keyBits === 256 ? ',并用零补齐' : '';
}

export const zhCN: Texts = {
  empty: [
    '没有 Token',
    '给出的内容是空的。',
    '检查对 Token 接口的请求是否失败，而客户端没有等到结果就继续了。',
  ],
  'too-long': ({ length }) => [
    '内容太长，不可能是 Token',
    `它有 ${length} 个字符；最长的 Token 有 87,422 个字符。`,
    '看看客户端实际传了什么：是整个响应，还是一个文件？',
  ],
  token03: [
    '这是 03 版本的 Token',
    '它以 03 开头。03 版本的生成方式不同，现在的 SDK 不接受。',
    '用 generateToken04 或 issuer 生成 token04。',
  ],
  jwt: [
    '这是 JWT',
    '它有 JSON Web Token 的三个部分，例如您自己登录系统的令牌。',
    '传入 Token 接口返回的 token04,而不是会话令牌。',
  ],
  whip: [
    '这是 WHIP 或 RTMP 地址的参数',
    'zgToken、zgExpired 和 zgNonce 用于推流工具的地址鉴权，不是 token04。',
    'SDK 请使用 token04;OBS 等工具请按 ZEGO 的 WHIP 文档使用这些参数。',
  ],
  'credential-as-token': ({ digits }) =>
    digits === 64
      ? [
          '这看起来是 AppSign,不是 Token',
          '它有 64 个十六进制字符，与 AppSign 以及 WHIP 地址的 token 相同。token04 以 04 开头。',
          '在服务端用 ServerSecret 生成 Token。',
        ]
      : [
          '这看起来是密钥，不是 Token',
          '它有 32 个十六进制字符，与 ServerSecret 相同。token04 以 04 开头。',
          '在服务端用它生成 Token。如果它已经发到客户端，请更换。',
        ],
  'not-a-token': [
    '这不是 token04',
    'token04 以 04 开头，后面是 base64。给出的内容里没有这样的部分。',
    '看看客户端实际传了什么：错误信息、整个响应，还是对象？',
  ],

  truncated: ({ missing }) => [
    'Token 不完整',
    `按其中的长度字段，末尾至少缺少 ${missing} 个字节。`,
    '检查数据库字段是否太短、日志是否截断、复制是否完整。',
  ],
  'version-missing': [
    '缺少开头的 04',
    '其余部分是 token04 的正文。',
    '在 base64 前面加上字符 04。',
  ],
  'plus-as-blank': ['+ 都变成了空格', 'Token 未经编码就放进 URL 或表单时会这样。', SEND_UNCHANGED],
  'percent-encoded': [
    'Token 仍处于百分号编码状态',
    '其中 +、/、= 是 %2B、%2F、%3D。',
    '用 decodeURIComponent 或框架把参数解码一次，并且只编码一次。',
  ],
  'url-alphabet': [
    'Token 使用了 URL 版 base64',
    '其中 + 和 / 被写成 - 和 _。token04 使用标准字母表。',
    '使用语言自带的标准 base64,不要用 URL-safe 版本。',
  ],
  'line-breaks': [
    'Token 里有换行',
    '有些 base64 函数和邮件会每 64 或 76 个字符换行。',
    '编码时不要换行(Java 用 Base64.getEncoder(),不要用 MIME 版本)。',
  ],
  'json-escapes': [
    'Token 是从 JSON 文本里截取的',
    '其中有 JSON 转义，例如把 / 写成 \\/。',
    '解析 JSON 响应后取字段，不要直接截取文本。',
  ],
  'padding-missing': [
    '末尾的填充不对',
    '末尾的 = 缺少或过多。token04 使用带填充的 base64。',
    '使用带填充的 base64,不要去掉 =。',
  ],
  'foreign-characters': ({ count }) => [
    'Token 里有 base64 之外的字符',
    `有 ${count} 个字符不属于 A–Z、a–z、0–9、+ 和 /。`,
    SEND_UNCHANGED,
  ],
  'base64-not-canonical': [
    'base64 的末尾被改动过',
    '最后一个字符含有多余的比特，编码器不会这样写。',
    '检查最后一个字符是否被截断或改动。',
  ],
  'trailing-data': ({ bytes }) => [
    'Token 末尾有多余内容',
    `最后一个字段之后多出 ${bytes} 个字节。`,
    '检查是否把两个 Token 拼在了一起，或生成器写了不止一个模式字节。',
  ],

  'gcm-mode-byte-missing': [
    '缺少 GCM 的模式字节',
    'Token 用的是 AES-GCM,但没有最后的字节 1,会被当作 CBC 读取。',
    '在 base64 编码之前，在密文后面加一个值为 1 的字节。',
  ],
  'mode-byte-wrong': ({ byte, mode }) => [
    '模式字节不对',
    `最后一个字节是 ${byte},而 Token 用的是 ${String(mode).toUpperCase()}。`,
    'GCM 末尾需要字节 1;CBC 不需要。',
  ],
  'iv-length': ({ bytes, expected, mode }) => [
    'IV 长度不对',
    `它有 ${bytes} 个字节；${String(mode).toUpperCase()} 需要 ${expected} 个。`,
    'GCM 取 12 个随机字节，CBC 取 16 个。',
  ],
  'ciphertext-length': ({ bytes, mode }) => [
    '密文长度不可能',
    `它有 ${bytes} 个字节，${mode === 'gcm' ? '比 GCM 的认证标签还短' : '而 CBC 的密文是 16 的倍数'}。`,
    'CBC 使用 PKCS#7 填充；GCM 把 16 字节的认证标签接在密文之后。',
  ],
  'outer-expire-range': [
    '外层的过期时间超出范围',
    '前 8 个字节不是时间，可能字节序写反了。',
    '把 expire 写成大端 int64,单位为秒。',
  ],

  'key-app-sign': ({ how }) => [
    'Token 是用 AppSign 生成的',
    how === 'hex'
      ? 'AppSign(64 个十六进制字符)解码后被当作密钥。'
      : 'AppSign(64 个十六进制字符)的开头被当作密钥。',
    '使用控制台中的 ServerSecret(32 个字符)。AppSign 是给不用 Token 的客户端的。',
  ],
  'key-hex-decoded': ({ keyBits }) => [
    '密钥被按十六进制解码了',
    `密钥成了十六进制字符所代表的字节${padded(keyBits)}(AES-${keyBits})。`,
    KEY_IS_TEXT,
  ],
  'key-cut': ({ bytes, keyBits }) => [
    '密钥被截断了',
    `只用了密钥的前 ${bytes} 个字节${padded(keyBits)}(AES-${keyBits})。`,
    KEY_IS_TEXT,
  ],
  'key-base64-decoded': ({ keyBits }) => [
    '密钥被按 base64 解码了',
    `密钥成了它作为 base64 所代表的字节(AES-${keyBits})。`,
    KEY_IS_TEXT,
  ],
  'key-hashed': ['密钥被做了哈希', '实际的密钥是它的 SHA-256。', KEY_IS_TEXT],
  'secret-case': ({ case: to }) => [
    `Token 是用${to === 'lower' ? '小写' : '大写'}的密钥生成的`,
    '它与给出的密钥大小写不同，而大小写不同就是不同的密钥。',
    '与控制台核对，完全按照控制台显示的使用。',
  ],
  'secret-is-app-sign': [
    '给出的密钥是 AppSign',
    '它有 64 个十六进制字符，而 Token 不是以任何常见方式用它生成的。',
    '请给出控制台中的 ServerSecret(32 个字符)。',
  ],
  'secret-length': ({ bytes }) => [
    '给出的密钥长度不对',
    `它有 ${bytes} 个字节；ServerSecret 有 32 个。Token 与它不符。`,
    '从控制台重新完整复制 ServerSecret。',
  ],
  'wrong-secret': [
    'Token 由另一个密钥生成，或被改动过',
    '给出的密钥以及常见错误会产生的密钥都不符。',
    '与控制台核对 AppID 和密钥：是同一个项目吗？之后重置过吗？也可以在这里试试 AppSign。',
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
  'app-id-not-a-number': ({ got }) => [
    'Token 里的 appId 不是数字',
    `app_id 的类型是${type(got)}。环境变量都是字符串。`,
    '生成 Token 之前先转换：Number(process.env.ZEGO_APP_ID)。',
  ],
  'nonce-not-int32': ({ got }) => [
    'nonce 不是可读取的整数',
    got === 'number' ? '它是小数，或超出范围。' : `它的类型是${type(got)}。`,
    '取 −2147483648 到 2147483647 之间的整数。',
  ],
  'payload-object': [
    'payload 是对象，而不是字符串',
    'Token 里的 payload 是 JSON 对象，它应该是内容为 JSON 的字符串。',
    '传入 JSON.stringify(payload),或用 roomPayload() 生成。',
  ],
  'field-missing': ({ field }) => [
    `缺少字段 ${field}`,
    'Token 可以解密，但它的 JSON 没有这个字段，或用了别的名字。',
    '字段名必须是 app_id、user_id、nonce、ctime、expire 和 payload。',
  ],
  'field-invalid': ({ field, got }) => [
    `字段 ${field} 不符合要求`,
    `它的类型是${type(got)},或超出范围。`,
    'app_id、nonce、ctime、expire 是整数；user_id 和 payload 是字符串。',
  ],
  'expire-mismatch': ({ inner, outer }) => [
    '两个过期时间不一致',
    `加密部分是 ${inner},外层是 ${outer}。外层未经认证，可能被人改过。`,
    '两处写同一个值。如果确实如此，说明 Token 被篡改了。',
  ],
  'user-id-empty': [
    'userId 是空的',
    'Token 没有指明用户。官方 .NET 会生成这样的 Token,但无法登录。',
    '传入客户端登录时使用的 userId。',
  ],
  'ttl-not-positive': ({ ttl }) => [
    'Token 在开始之前就结束了',
    `从 ctime 到 expire 是 ${ttl} 秒。`,
    '传入大于 0 的秒数，例如 3600。',
  ],
  'app-id-mismatch': ({ appId, expected }) => [
    'Token 属于另一个应用',
    `它的 appId 是 ${appId},期望的是 ${expected}。`,
    '服务端和客户端使用同一个项目的 AppID 和密钥。',
  ],
  'user-id-mismatch': ({ difference }) => [
    'Token 属于另一个用户',
    `它的 userId 不是期望的那个。${DIFFERENCES[difference as string] ?? ''}`,
    '登录时使用与生成 Token 时完全相同的 userId。',
  ],
  'kit-damaged': [
    'Kit Token 的后半部分已损坏',
    '# 之后不是 UIKit 所读取的 JSON 的 base64。',
    '用 createKitToken() 生成并原样传输：在 URL 里 # 是片段的开头。',
  ],
  'kit-mismatch': ({ field }) => [
    `Kit Token 两部分的 ${field} 不一致`,
    `# 之后的 ${field} 与 Token 里的不同。`,
    '两部分要对应同一个应用和用户：createKitToken() 接收 Token 及其数据。',
  ],
  expired: ({ secondsAgo }, duration) => [
    'Token 已过期',
    `它在${duration(secondsAgo)}前到期。`,
    '获取新的 Token,并及时更新(onTokenWillExpire、renewToken)。如果它是刚生成的，请检查时钟。',
  ],
  'expires-soon': ({ secondsLeft }) => [
    'Token 剩余时间不够 ZIM 使用',
    `还剩 ${secondsLeft} 秒；ZIM 登录时要求至少 30 秒。`,
    '登录前获取新的 Token。',
  ],

  'payload-object-as-text': [
    'payload 是 “[object Object]”',
    'JavaScript 把对象拼接成了字符串，内容已经丢失。',
    MAKE_PAYLOAD,
  ],
  'payload-double-encoded': [
    'payload 被转换了两次 JSON',
    '它是一个 JSON 字符串，权限的 JSON 在字符串里面。',
    MAKE_PAYLOAD,
  ],
  'payload-not-json': [
    'payload 不是 JSON',
    'ZEGO 从中读取权限，读不懂就拒绝。',
    `${MAKE_PAYLOAD}不需要权限时传空字符串。`,
  ],
  'payload-not-object': ({ got }) => [
    'payload 不是 JSON 对象',
    `它是 JSON,但类型是${type(got)}。`,
    MAKE_PAYLOAD,
  ],
  'room-id-missing': ({ key }) => [
    'payload 没有指明房间',
    key ? `它有 “${key}”；正确的名字是 room_id,值为非空字符串。` : 'room_id 必须是非空字符串。',
    MAKE_PAYLOAD,
  ],
  'privilege-missing': ['payload 没有权限', `privilege 必须是对象。${PRIVILEGES}`, MAKE_PAYLOAD],
  'privilege-unknown-key': ({ keys }) => [
    '有未知的权限名',
    `未知并被忽略的有：${keys}。${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-bit-missing': ({ bit }) => [
    `缺少权限 "${bit}"`,
    `缺少时按 0 处理：Token 不允许${bit === '1' ? '登录房间' : '推流'}。`,
    `两个都写上。${PRIVILEGES}`,
  ],
  'privilege-bit-invalid': ({ bit, got }) => [
    `权限 "${bit}" 既不是 0 也不是 1`,
    `它${typeof got === 'number' ? `是 ${got}` : `的类型是${type(got)}`}。ZEGO 自己的 .NET 示例写了 2,这不会允许任何操作。`,
    `要允许就写数字 1。${PRIVILEGES}`,
  ],
  'stream-list-invalid': ({ got }) => [
    '流列表不是字符串数组',
    `stream_id_list 的类型是${type(got)},或其中有非字符串的元素，因此推流被拒绝。`,
    '写成字符串数组；不限制流时写 null。',
  ],
  'room-mismatch': ({ difference }) => [
    'Token 属于另一个房间',
    `它的房间不是所要进入的房间。${DIFFERENCES[difference as string] ?? ''}`,
    '按客户端实际进入的房间生成 Token。',
  ],
  'login-denied': [
    'Token 不允许登录房间',
    '权限 "1" 是 0。房间检查登录时会被拒绝。',
    '把权限 "1" 设为 1。',
  ],
  'publish-denied': [
    'Token 不允许推流',
    '权限 "2" 是 0。房间检查推流时会被拒绝。',
    '把权限 "2" 设为 1,更新用的 Token 也一样。',
  ],
  'stream-not-listed': [
    '这条流不在 Token 的列表里',
    'stream_id_list 列出允许推的流，逐字符比较并区分大小写。',
    '把这条流加入列表；不限制流时写 null。',
  ],

  'zim-payload': [
    'ZIM 不接受 payload',
    'Token 带有房间权限。Express 会读取它，而 ZIM 会拒绝这个 Token。',
    '为 ZIM 生成 payload 为空的 Token。',
  ],
  'zim-lifetime': ({ ttl }, duration) => [
    'Token 的有效期超过 ZIM 的限制',
    `有效期为${duration(ttl)};ZIM 最多接受 24 天。`,
    '有效期设为一小时或一天，并及时更新。',
  ],
  'user-id-profile': ({ profile, length }) => {
    const product = PRODUCTS[profile as keyof typeof PRODUCTS];
    return [
      `${product} 会拒绝这个 userId`,
      `它有 ${length} 个字符：或者太长，或者含有 ${product} 不接受的字符。1 到 32 个字母、数字和下划线处处可用。`,
      '使用这样的 ID;safeUserId() 可以由任意字符串生成。',
    ];
  },

  'made-in-the-future': ({ secondsAhead }, duration) => [
    'Token 的生成时间在未来',
    `ctime 超前${duration(secondsAhead)}:生成它的服务器或本机的时钟不准。`,
    '用 NTP 校准时钟。',
  ],
  'times-in-milliseconds': [
    '时间用了毫秒',
    'ctime 是应有值的一千倍，Token 实际上永不过期。',
    '把 Date.now() 除以 1000 并向下取整。',
  ],
  'ttl-timestamp': ({ ttl }, duration) => [
    '有效期看起来是时间戳',
    `Token 的有效期为${duration(ttl)}。可能把到期时刻当作时长传入了。`,
    '传入从现在起的秒数，例如 3600。',
  ],
  'ttl-milliseconds': ({ ttl, meant }, duration) => [
    '有效期看起来是毫秒',
    `Token 的有效期为${duration(ttl)}。本意是不是${duration(meant)}?`,
    '传入秒数：3600 是一小时。',
  ],
  'secret-blanks': [
    '给出的密钥首尾有空白或引号',
    '去掉之后就相符。从文件读取时很容易带上换行或引号。',
    '在读取密钥的地方去掉它们，否则服务端可能因此失败。',
  ],
  quotes: [
    'Token 外面有引号',
    '读取时已去掉。',
    '如果应用也带着引号传入，请解析 JSON 取值，不要截取文本。',
  ],
  bearer: ['Token 前面有 “Bearer”', '读取时已去掉。', '只把 Token 本身传给 SDK。'],
  'text-around': [
    'Token 夹在其他文字里',
    '读取时已把它取出。',
    '如果应用传入了整段文字，请只传 Token。',
  ],
  'kit-token': [
    '这是 Kit Token',
    '它由 token04 和 # 之后给 UIKit 的数据组成，只有 UIKit 能读取。',
    '其他 SDK 请传 # 之前的部分，或使用 parseKitToken()。',
  ],
  'in-url': ({ parameter }) => [
    'Token 是从 URL 里取出的',
    `它是参数 “${parameter}”。URL 会进入日志，而拿到 Token 的人都能使用它。`,
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
    '在允许使用密钥的机器上给出 ServerSecret,即可看到其余内容。',
  ],
  cbc: [
    'Token 用的是 CBC',
    'ZEGO 的示例就是这样，可以使用。但持有者能够不被察觉地改动它的前几个字节。',
    '如果您自己的服务端依据 Token 做判断，请用 mode: "gcm" 生成。',
  ],
};
