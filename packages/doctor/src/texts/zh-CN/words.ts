import type { Difference } from '../../claims/difference.ts';
import type { Encoding } from '../../encodings.ts';
import { PROFILE_NAMES } from '../../products.ts';
import type { Text, TextOf, Value } from '../texts.ts';

export const KEY_IS_TEXT = '用 ServerSecret 的 32 个字符（UTF-8）作为密钥（AES-256）。';
export const COPY_SECRET = '从控制台完整复制 ServerSecret 的 32 个字符。';
export const BARE_SECRET = '在服务端读取密钥的地方去掉它们，例如 .env。';
export const SEND_UNCHANGED =
  '原样传输 Token：放在 JSON 里；放在 URL 里时先经过 encodeURIComponent。';
export const SEE_ENDPOINT = '等待 Token 接口，并看看它返回了什么。';
export const SEE_PASSED = '看看客户端实际传了什么。';
export const MEND_CALL = '按其内容修正，不要把错误往下传。';
export const AS_RETURNED = '直接传入生成器返回的 Token。';
export const TOKEN_ALONE = '只把 Token 本身传给 SDK。';
export const BEFORE_HASH = '除 UIKit 外，给其他 SDK 传入 # 之前的部分。';
export const TAKE_FIELD = '解析 JSON 后取字段。';
export const MAKE_TOKEN = '用 generateToken04 或官方生成器生成 token04。';
export const MAKE_KIT = '用 createKitToken() 由 token04 生成 Kit Token。放在 URL 里时对 # 编码。';
export const MAKE_JSON = '用 JSON.stringify()、json.dumps() 或 json_encode()。';
export const MAKE_PAYLOAD = '用 roomPayload() 生成 payload，或只调用一次 JSON.stringify()。';
export const DUMPS = '用 json.dumps() 代替 str()。';
export const FIELDS = '字段名必须正是 app_id、user_id、nonce、ctime、expire 和 payload。';
export const NONCE = '写入有符号的 32 位整数。';
export const PASS_SECONDS = '传入从现在起的秒数，例如一小时是 3600。';
export const WRITE_SECONDS = '写成整数秒：除以 1000。';
export const PRIVILEGES = '"1" 是登录房间，"2" 是推流；值为数字 0 或 1。';
export const FRAME =
  '按大端序依次写入 expire（int64）、长度（uint16）和 IV、长度（uint16）和密文；GCM 再加字节 1。';
export const EXPIRE =
  '把 expire 写成大端 int64，单位为秒：writeBigInt64BE、pack("J")、">q"、putLong。';
export const LENGTHS = '两个长度都写成大端 uint16：writeUInt16BE、pack("n")、">H"、putShort。';
export const APPEND_TAG = '把 16 字节的认证标签接在密文之后，并计入密文长度。';
export const MODE_BYTE = 'GCM 末尾加字节 1；CBC 不加。';

type Words = readonly [words: string, nextStep?: string];

const SEE_ARGUMENTS = '检查服务端传给生成函数的参数及其顺序。';
const NOT_ENCODED = '传给生成函数和 SDK 的 ID 都不要编码。';

/** In what two IDs differ, and what to do about it where it is not to use the other one. */
const DIFFERENCES: { readonly [difference in Difference]: Words } = {
  case: ['只有大小写不同。'],
  blanks: ['只有首尾空白不同。'],
  unicode: ['只有 Unicode 的写法不同。', '在服务端和客户端对 ID 调用 normalize()。'],
  percent: ['两者中只有一个做了百分号编码。', NOT_ENCODED],
  html: ['两者中只有一个含有 HTML 实体。', NOT_ENCODED],
  number: ['作为数字两者相同：其中一个被舍入，或丢了零。', 'ID 处处都用字符串，JSON 里也一样。'],
  swapped: ['它正是另一处所期望的值。', SEE_ARGUMENTS],
  'not-set': ['它是未赋值的变量或对象转成的文本。', SEE_ARGUMENTS],
  other: [''],
};

/** Of an ID that is not the expected one; where it was not meant at all, the usual step is no help. */
export function anotherId(title: string, usual: string): TextOf {
  return ({ difference }) => {
    const known = DIFFERENCES[difference as Difference] ?? DIFFERENCES.other;
    const [words, nextStep = usual] = known;
    return [title, words, nextStep];
  };
}

/** What an encoding is called. */
const ENCODINGS: { readonly [encoding in Encoding]: string } = {
  gzip: 'gzip',
  zlib: 'zlib',
  'UTF-16': 'UTF-16',
  base64: 'base64',
  'percent-encoding': '百分号编码',
  'HTML entities': 'HTML 实体',
  'UTF-8 with a byte order mark': '带 BOM 的 UTF-8',
  'another charset, or encrypted twice': '别的字符集，或加密了两次',
};

export function encodedIn(encoding: Value): string {
  return `它的编码是：${ENCODINGS[encoding as Encoding]}。`;
}

/** How JSON breaks. */
const BREAKS: { readonly [kind: string]: string } = {
  'quote-in-a-string': '引号过早结束了字符串',
  'key-without-quotes': '键没有加引号',
  'comma-too-many': '多了一个逗号',
  'control-character': '字符串里有未转义的换行或控制字符',
  'text-behind-the-end': '结尾之后还有内容',
  'missing-end': '缺少结尾',
  'no-JSON': '内容不是 JSON',
};

export function breaksAt(position: Value, kind: Value): string {
  return `它在第 ${position} 个字符处中断：${BREAKS[String(kind)]}。`;
}

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

/** As Python's str() writes it. */
export function python(position: Value): string {
  return `第 ${position} 个字符处是单引号、True、False 或 None。`;
}

export function wrongCipher(cipher: string): Text {
  return [`AES 用了 ${cipher} 模式`, '', '使用 AES-256-CBC，或带模式字节 1 的 AES-256-GCM。'];
}

/** Of a secret that was decoded; neither mistake leaves enough bytes for AES-256. */
export function decodedFrom(encoding: string): TextOf {
  return ({ keyBits, twice }) => [
    `密钥被按${encoding}解码了`,
    `解码得到的字节${twice ? '重复两次后' : zeros(keyBits)}成了密钥（AES-${keyBits}）。`,
    KEY_IS_TEXT,
  ];
}

export function zeros(keyBits: Value): string {
  return keyBits === 256 ? '用零补齐后' : '';
}

export function neverSet(id: string): TextOf {
  return ({ text }) => [
    `${id} 没有赋值`,
    `它是“${text}”：未赋值的变量或对象转成的文本。`,
    '没有 ID 时返回错误，不要返回 Token。',
  ];
}

/** The ID is not shown, as it may be somebody's name. */
export function refusedId(id: string, nextStep: string): TextOf {
  return ({ profiles, length }) => [
    `这个${id}会被拒绝：${namesOf(profiles)}`,
    `它有 ${length} 个字符：太多，或者含有不被接受的字符。`,
    nextStep,
  ];
}

function namesOf(profiles: Value): string {
  const names = String(profiles).split(', ') as (keyof typeof PROFILE_NAMES)[];
  return names.map((profile) => PROFILE_NAMES[profile]).join('、');
}

/** A duration as `'3小时'`, with a blank between the number and its unit. */
export function spaced(duration: string): string {
  return duration.replace(/(?<=\d)(?=\p{Script=Han})/u, ' ');
}
