import type { cipher as cipherInEnglish } from '../en/cipher.ts';
import type { TextsOf } from '../texts.ts';
import {
  BARE_SECRET,
  CIPHER,
  COPY_SECRET,
  KEY_IS_TEXT,
  padded,
  SEND_UNCHANGED,
  wrongCipher,
} from './words.ts';

export const cipher: TextsOf<keyof typeof cipherInEnglish> = {
  'cipher-ecb': ['AES 用了 ECB 模式', wrongCipher('ECB'), CIPHER],
  'cipher-ctr': ['AES 用了 CTR 模式', wrongCipher('CTR'), CIPHER],
  'cipher-cfb': ({ bits }) => ['AES 用了 CFB 模式', wrongCipher(`CFB-${bits}`), CIPHER],
  'cipher-ofb': ['AES 用了 OFB 模式', wrongCipher('OFB'), CIPHER],
  'padding-wrong': ({ by }) => [
    '最后一个分组没有按 PKCS#7 填充',
    by === 'none' ? '末尾没有填充。' : `它用${by === 'zeros' ? '零' : '空格'}补齐。`,
    '使用 PKCS#7，它是多数加密库的默认值。',
  ],
  'iv-other': ({ iv }) => [
    '帧里的 IV 不是加密时用的 IV',
    iv === 'zeros'
      ? '加密时用了全零的 IV。'
      : iv === 'key'
        ? '加密时用了密钥的开头作为 IV。'
        : '除前 16 个字节外都能解密：用了别的 IV，或 Token 在那里被改动过。',
    '每个 Token 取一个随机 IV，并把同一个 IV 写进帧里。',
  ],
  'gcm-tag-place': ({ where }) => [
    'GCM 的认证标签放错了位置',
    `密钥正确，但认证标签${where === 'behind' ? '单独成了一个字段' : '放在了密文之前'}。`,
    '先写密文，再写认证标签，两者都计入密文长度。',
  ],
  'gcm-tag-wrong': [
    'GCM 的认证标签缺少或不对',
    '密钥正确，但认证标签没有写、被截断，或加了附加认证数据。',
    '把完整的 16 字节认证标签接在密文之后，不要附加认证数据。',
  ],
  'ciphertext-altered': ['Token 在途中被改动了', '密钥正确，但中间的字节损坏了。', SEND_UNCHANGED],
  'key-app-sign': ({ how }) => [
    'Token 是用 AppSign 生成的',
    how === 'hex'
      ? 'AppSign 按十六进制解码后被当作密钥。'
      : `AppSign 的${how === 'end' ? '结尾' : '开头'}被当作密钥。`,
    '使用 ServerSecret（32 个字符）。AppSign（64 个字符）是给不用 Token 的客户端的。',
  ],
  'key-other-secret': ({ nth }) => [
    'Token 是用你的另一个密钥生成的',
    `给出的其他密钥中第 ${nth} 个与它相符：可能是回调密钥，或另一个应用的密钥。`,
    '使用本应用的 ServerSecret。',
  ],
  'key-hex-decoded': ({ keyBits, twice }) => [
    '密钥被按十六进制解码了',
    `密钥成了十六进制字符所代表的字节${padded(keyBits, twice)}（AES-${keyBits}）。`,
    KEY_IS_TEXT,
  ],
  'key-cut': ({ bytes, keyBits, end }) => [
    '密钥被截断了',
    `只用了密钥的${end === 'last' ? '后' : '前'} ${bytes} 个字节${padded(keyBits)}（AES-${keyBits}）。`,
    KEY_IS_TEXT,
  ],
  'key-padded': ({ by }) => [
    '密钥被补齐了',
    `给出的密钥太短，被${by === 'blanks' ? '空格' : by === 'digits' ? '数字 0 ' : '零'}补到了 32 个字节。`,
    COPY_SECRET,
  ],
  'key-quoted': ['密钥以引号或空格开头', '读取密钥时带上了文件里的引号或空格。', BARE_SECRET],
  'key-base64-decoded': ({ keyBits, twice }) => [
    '密钥被按 base64 解码了',
    `密钥成了它作为 base64 所代表的字节${padded(keyBits, twice)}（AES-${keyBits}）。`,
    KEY_IS_TEXT,
  ],
  'key-encoded': ({ as }) => [
    '密钥又被编码了一次',
    `实际的密钥是它的 ${as} 编码的开头。`,
    KEY_IS_TEXT,
  ],
  'key-hashed': ({ hash, keyBits }) => [
    '密钥被做了哈希',
    `实际的密钥是它的 ${hash}（AES-${keyBits}）。`,
    KEY_IS_TEXT,
  ],
  'secret-case': ({ case: to }) => [
    `Token 是用${to === 'lower' ? '小写' : '大写'}的密钥生成的`,
    '给出的密钥与它大小写不同。',
    '与控制台核对，完全按照控制台显示的使用。',
  ],
  'secret-is-app-sign': [
    '给出的密钥是 AppSign',
    '它有 64 个十六进制字符，Token 不是以任何常见方式用它生成的。',
    COPY_SECRET,
  ],
  'secret-length': ({ bytes }) => [
    '给出的密钥长度不对',
    `它有 ${bytes} 个字节，而不是 32 个，与 Token 不符。`,
    COPY_SECRET,
  ],
  'wrong-secret': [
    'Token 由另一个密钥生成，或被改动过',
    '密钥以及常见错误会产生的密钥，在 AES 的任何模式下都不符。',
    '与控制台核对 AppID 和密钥：是同一个项目吗？之后重置过吗？还是用了 AppSign？',
  ],
};
