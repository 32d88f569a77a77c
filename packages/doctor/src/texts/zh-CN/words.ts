import { PRODUCTS, PROFILE_NAMES, type Service } from '../../products.ts';

type Value = string | number | undefined;

export const KEY_IS_TEXT =
  '直接使用控制台中的 ServerSecret：它的 32 个字符按文本就是密钥（AES-256）。';
export const SEND_UNCHANGED =
  '让 Token 原样到达：放在 JSON 正文里传输；放在 URL 里时先经过 encodeURIComponent。';
export const MAKE_PAYLOAD = '用 roomPayload() 生成 payload，或只调用一次 JSON.stringify()。';
export const PASS_SECONDS = '传入从现在起的秒数，例如一小时是 3600。';
export const PRIVILEGES = '"1" 是登录房间，"2" 是推流；值为数字 0 或 1。';
export const FRAME =
  '按 token04 的方式写帧：expire（int64）、长度（uint16）和 IV、长度（uint16）和密文。';
export const CIPHER = '使用带 PKCS#7 填充的 AES-256-CBC，或末尾带模式字节 1 的 AES-256-GCM。';

export const DIFFERENCES: { readonly [difference: string]: string } = {
  case: '两者只有大小写不同。',
  blanks: '两者只有首尾空白不同。',
  swapped: '它正是另一处所期望的值。',
  'not-set': '它是未赋值变量的文本。',
  other: '两者不同。',
};

/** What to do about it: where the ID itself was not meant, the generator was given a wrong one. */
export function mendDifference(difference: Value, usual: string): string {
  return difference === 'swapped' || difference === 'not-set'
    ? '检查服务端传给生成函数的参数及其顺序。'
    : usual;
}

/** How JSON breaks. */
export const BREAKS: { readonly [kind: string]: string } = {
  quotes: '引号过早结束了字符串',
  'single-quotes': '应为双引号的地方是单引号',
  'key-without-quotes': '键没有加引号',
  comma: '多了一个逗号',
  'control-character': '字符串里有未转义的换行或其他控制字符',
  'text-after': '结尾之后还有内容',
  cut: '缺少结尾',
  other: '那里的内容不是 JSON',
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
  return `用 ${name} 解密时密钥相符。token04 只使用 CBC 或 GCM，不会按其他模式读取。`;
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
