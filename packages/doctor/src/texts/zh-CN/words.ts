import type { Difference } from '../../claims/difference.ts';
import type { Encoding } from '../../encodings.ts';
import { PRODUCTS, PROFILE_NAMES, type Service } from '../../products.ts';

type Value = string | number | undefined;

export const KEY_IS_TEXT =
  '直接使用控制台中的 ServerSecret：它的 32 个字符按文本就是密钥（AES-256）。';
export const COPY_SECRET = '从控制台重新完整复制 ServerSecret：它有 32 个字符。';
export const BARE_SECRET = '在服务端读取密钥（例如 .env 文件）的地方去掉它们。';
export const SEND_UNCHANGED =
  '原样传输 Token：放在 JSON 里；放在 URL 里时先经过 encodeURIComponent。';
export const SEE_PASSED = '看看客户端实际传了什么：错误信息、整个响应，还是一个文件？';
export const NO_ID = '检查服务端从哪里取这个 ID；没有取到时返回错误，不要生成 Token。';
export const MAKE_TOKEN = '用 AppID 和 ServerSecret，以 generateToken04 或官方生成器生成。';
export const MAKE_JSON = '用 JSON.stringify()、json.dumps 或 json_encode 生成，不要手工拼接。';
export const FIELDS = '字段名必须正是 app_id、user_id、nonce、ctime、expire 和 payload。';
export const NONCE = '取 −2147483648 到 2147483647 之间的整数，并写成数字。';
export const BEFORE_HASH = '传入 # 之前的部分，或使用 parseKitToken()。';
export const TAKEN_OFF = '读取时已去掉。';
export const EXPIRE =
  '把 expire 写成大端 int64，单位为秒：writeBigInt64BE、pack("J")、">q"、putLong。';
export const LENGTHS = '两个长度都写成大端 uint16：writeUInt16BE、pack("n")、">H"、putShort。';
export const MAKE_PAYLOAD = '用 roomPayload() 生成 payload，或只调用一次 JSON.stringify()。';
export const PASS_SECONDS = '传入从现在起的秒数，例如一小时是 3600。';
export const PRIVILEGES = '"1" 是登录房间，"2" 是推流；值为数字 0 或 1。';
export const FRAME = '帧依次写成 expire（int64）、长度（uint16）和 IV、长度（uint16）和密文。';
export const CIPHER = '使用带 PKCS#7 填充的 AES-256-CBC，或末尾带模式字节 1 的 AES-256-GCM。';

type Words = readonly [words: string, nextStep?: string];

const SEE_ARGUMENTS = '检查服务端传给生成函数的参数及其顺序。';
const AS_IT_IS = '传给生成函数和 SDK 的都是 ID 本身，不要编码。';

/** In what two IDs differ, and what to do about it where it is not to use the other one. */
const DIFFERENCES: { readonly [difference in Difference]: Words } = {
  case: ['两者只有大小写不同。'],
  blanks: ['两者只有首尾空白不同。'],
  unicode: [
    '两者看起来相同，但 Unicode 的写法不同。',
    '在服务端和客户端，ID 一传入就调用 normalize()。',
  ],
  percent: ['其中只有一个做了百分号编码。', AS_IT_IS],
  html: ['其中只有一个含有 HTML 实体。', AS_IT_IS],
  number: [
    '作为数字两者相同：其中一个曾被当作数字，超过 2^53 时被舍入，或丢了零。',
    'ID 处处都用字符串，JSON 和数据库里也一样。',
  ],
  swapped: ['它正是另一处所期望的值。', SEE_ARGUMENTS],
  'not-set': ['它是未赋值的变量或对象转成的文本。', SEE_ARGUMENTS],
  other: [''],
};

/** In words; nothing for any other difference. */
export function differenceIn(difference: Value): string {
  return wordsOf(difference)[0];
}

/** What to do about it: where the ID itself was not meant, the generator was given a wrong one. */
export function mendDifference(difference: Value, usual: string): string {
  return wordsOf(difference)[1] ?? usual;
}

function wordsOf(difference: Value): Words {
  return DIFFERENCES[difference as Difference] ?? DIFFERENCES.other;
}

/** What an encoding is called. */
const ENCODINGS: { readonly [encoding in Encoding]: string } = {
  gzip: 'gzip',
  zlib: 'zlib（deflate）',
  'utf-16': 'UTF-16',
  base64: 'base64',
  percent: '百分号编码',
  html: 'HTML 实体',
  'utf-8-bom': '带 BOM 的 UTF-8',
  unknown: '非 UTF-8 的字节（别的字符集，或加密了两次）',
};

export function nameOfEncoding(encoding: Value): string {
  return ENCODINGS[encoding as Encoding] ?? ENCODINGS.unknown;
}

/** How JSON breaks. */
export const BREAKS: { readonly [kind: string]: string } = {
  quotes: '引号过早结束了字符串',
  'key-without-quotes': '键没有加引号',
  comma: '多了一个逗号',
  'control-character': '字符串里有未转义的换行或其他控制字符',
  'text-after': '结尾之后还有内容',
  cut: '缺少结尾',
  other: '内容不是 JSON',
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

export function type(got: Value): string {
  return TYPES[String(got)] ?? String(got);
}

/** Neither mistake leaves enough bytes for AES-256. */
export function padded(keyBits: Value, twice?: Value): string {
  if (twice === 'yes') return '，重复两次';
  return keyBits === 256 ? '，并用零补齐' : '';
}

export function wrongCipher(name: string): string {
  return `用 ${name} 解密时密钥相符。token04 只使用 CBC 或 GCM。`;
}

/** As Python's str() writes it. */
export function python(position: Value): string {
  return `第 ${position} 个字符处有单引号、True、False 或 None，那是 Python 的 str() 的写法。`;
}

/** The ID is not shown, as it may be somebody's name. */
export function badId(length: Value): string {
  return `它有 ${length} 个字符：太多，或者含有不被接受的字符。`;
}

export function nameOf(service: Value): string {
  return PRODUCTS[service as Service]?.name ?? '该产品';
}

export function profileNames(profiles: Value): string {
  return String(profiles ?? '')
    .split(', ')
    .map((name) => PROFILE_NAMES[name as keyof typeof PROFILE_NAMES] ?? '某个产品')
    .join('、');
}
