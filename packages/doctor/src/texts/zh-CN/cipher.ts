import type { cipher as cipherInEnglish } from '../en/cipher.ts';
import type { TextsOf } from '../texts.ts';
import {
  APPEND_TAG,
  BARE_SECRET,
  COPY_SECRET,
  decodedFrom,
  KEY_IS_TEXT,
  SEND_UNCHANGED,
  wrongCipher,
  zeros,
} from './words.ts';

export const cipher: TextsOf<keyof typeof cipherInEnglish> = {
  'cipher-ecb': wrongCipher('ECB'),
  'cipher-ctr': wrongCipher('CTR'),
  'cipher-cfb': ({ bits }) => wrongCipher(`CFB-${bits}`),
  'cipher-ofb': wrongCipher('OFB'),
  'padding-wrong': ({ by }) => [
    '最后一个分组没有按 PKCS#7 填充',
    by === 'none'
      ? '它没有填充。'
      : `它用${by === 'zeros' ? '零' : by === 'blanks' ? '空格' : ' PKCS#7 '}填充${by === 'PKCS#7 twice' ? '了两次' : ''}。`,
    '只做一次 PKCS#7 填充，并接上 final() 返回的内容。',
  ],
  'iv-other': ({ iv }) => [
    '帧里的 IV 不是加密时用的 IV',
    iv === 'zeros'
      ? '加密时用了全零的 IV。'
      : iv === 'key'
        ? '加密时用了密钥的开头。'
        : '用了别的 IV，或前 16 个字节被改动过。',
    '每个 Token 取一个随机 IV，并把同一个 IV 写进帧里。',
  ],
  'gcm-tag-place': ({ where }) => [
    'GCM 的认证标签放错了位置',
    `它${where === 'behind' ? '单独成了一个字段' : '放在了密文之前'}。`,
    APPEND_TAG,
  ],
  'gcm-tag-wrong': [
    'GCM 的认证标签缺少或不对',
    '密钥正确。',
    '把 16 字节的认证标签接在密文之后，不要附加认证数据。',
  ],
  'ciphertext-altered': ['Token 在途中被改动了', '密钥正确，但中间的字节损坏了。', SEND_UNCHANGED],
  'key-app-sign': ['Token 是用 AppSign 生成的', '', KEY_IS_TEXT],
  'key-other-secret': ({ nth }) => [
    'Token 是用你的另一个密钥生成的',
    `其他密钥中的第 ${nth} 个与它相符。`,
    '使用本应用的 ServerSecret。',
  ],
  'key-hex-decoded': decodedFrom('十六进制'),
  'key-cut': ({ bytes, keyBits, end }) => [
    '密钥被截断了',
    `它的${end === 'last' ? '后' : '前'} ${bytes} 个字节${zeros(keyBits)}成了密钥（AES-${keyBits}）。`,
    KEY_IS_TEXT,
  ],
  'key-padded': ({ by }) => [
    '密钥太短',
    `它被${by === 'blanks' ? '空格' : by === 'digits' ? '数字 0 ' : '零'}补齐。`,
    COPY_SECRET,
  ],
  'key-quoted': ['密钥以引号或空格开头', '', BARE_SECRET],
  'key-base64-decoded': decodedFrom(' base64 '),
  'key-encoded': ({ as }) => [`密钥做了 ${as} 编码`, '', KEY_IS_TEXT],
  'key-hashed': ({ hash, keyBits }) => [
    '密钥被做了哈希',
    `它的 ${hash} 成了密钥（AES-${keyBits}）。`,
    KEY_IS_TEXT,
  ],
  'secret-case': ({ case: to }) => [
    `Token 是用${to === 'lower' ? '小写' : '大写'}的密钥生成的`,
    '',
    COPY_SECRET,
  ],
  'secret-is-app-sign': ['给出的密钥是 AppSign', '', COPY_SECRET],
  'secret-length': ({ bytes }) => ['给出的密钥长度不对', `它有 ${bytes} 个字节。`, COPY_SECRET],
  'wrong-secret': [
    'Token 由另一个密钥生成，或被改动过',
    '密钥以及常见错误会产生的密钥都不符。',
    '与控制台核对 AppID 和密钥：是同一个项目吗？之后重置过吗？是不是 AppSign？参数顺序对吗？',
  ],
};
