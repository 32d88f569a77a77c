import type { frame as frameInEnglish } from '../en/frame.ts';
import type { TextsOf } from '../texts.ts';
import { EXPIRE, FRAME, LENGTHS, MAKE_TOKEN, nameOfEncoding } from './words.ts';

export const frame: TextsOf<keyof typeof frameInEnglish> = {
  'claims-unencrypted': ['内容没有加密', '任何人都能读取和修改，ZEGO 会拒绝。', MAKE_TOKEN],
  'frame-json': ({ has }) => [
    '04 之后是 JSON，而不是加密的帧',
    `它是${has === 'signature' ? '带有签名的' : ''}对象，而不是 expire、IV 和密文。`,
    MAKE_TOKEN,
  ],
  passphrase: [
    '用了口令，而不是密钥',
    '密文以“Salted__”开头：CryptoJS 或 OpenSSL 由文本另外派生了密钥。',
    '把密钥的 32 个字节作为 key 传入（CryptoJS 用 Utf8.parse(secret)），并传入 IV。',
  ],
  'frame-foreign': ({ like, encoding }) => [
    '帧不是 token04 的帧',
    encoding
      ? `它不是 expire、IV 和密文，而是：${nameOfEncoding(encoding)}。`
      : `其中的长度和 expire 都说不通。${like === 'iv-ciphertext' ? '看起来只有 IV 和密文。' : ''}`,
    encoding ? MAKE_TOKEN : FRAME,
  ],
  'frame-prefix': ({ bytes }) => [
    '帧的前面有多余内容',
    `它有 ${bytes} 个字节${bytes === 2 ? '，可能是 04' : Number(bytes) < 20 ? '' : '，与 HMAC 一样长'}。`,
    FRAME,
  ],
  'frame-suffix': ({ bytes }) => [
    '密文后面有多余内容',
    `后面有 ${bytes} 个字节，而那里只能有 GCM 的模式字节。`,
    '把 GCM 的认证标签计入密文长度；去掉任何签名。',
  ],
  'expire-missing': ['帧里没有 expire', 'token04 以它开头。', FRAME],
  'expire-32-bit': ['expire 写成了 4 个字节，应为 8 个', '它按 int32 写入。', EXPIRE],
  'expire-little-endian': ['expire 是小端字节序', '它的字节顺序反了。', EXPIRE],
  'expire-as-text': ['expire 写成了数字文本', '它在帧里是文本。', EXPIRE],
  'lengths-missing': ({ of }) => [
    '帧里缺少长度',
    `缺少长度的是：${String(of).replace('ciphertext', '密文')}。`,
    FRAME,
  ],
  'lengths-8-bit': ['长度写成了 1 个字节，应为 2 个', '它们按字节写入。', LENGTHS],
  'lengths-32-bit': ({ bytes = 4 }) => [
    `长度写成了 ${bytes} 个字节，应为 2 个`,
    '它们按 int32 或 int64 写入。',
    LENGTHS,
  ],
  'lengths-little-endian': ['长度是小端字节序', '它们的字节顺序反了。', LENGTHS],
  'ciphertext-length-wrong': ({ said, bytes }) => [
    '密文的长度写错了',
    `帧里写的是 ${said} 个字节，实际有 ${bytes} 个。`,
    '长度要算上填充，GCM 还要算上标签，但不算模式字节。',
  ],
  'field-order': ({ order }) => [
    '帧里各部分的顺序不对',
    `现在的顺序是 ${String(order).replace('iv', 'IV').replace('ciphertext', '密文')}。`,
    FRAME,
  ],
  'iv-missing': ['帧里没有 IV', '用了 IV 加密，没有 IV 就无法解密。', FRAME],
  'iv-as-text': ({ as }) => [
    'IV 写成了文本',
    `它在帧里是 ${as} 文本。`,
    '写入它的原始字节：CBC 为 16 个，GCM 为 12 个。',
  ],
  'ciphertext-as-text': ({ as }) => [
    '密文写成了文本',
    `它在帧里是加密库返回的 ${as} 文本。`,
    '写入它的原始字节：PHP 用 OPENSSL_RAW_DATA，Node.js 的 update() 和 final() 不要传编码。',
  ],
  'gcm-mode-byte-missing': [
    '缺少 GCM 的模式字节',
    '没有最后的字节 1，Token 会被当作 CBC 读取。',
    '在 base64 编码之前，在密文后面加一个值为 1 的字节。',
  ],
  'mode-byte-wrong': ({ byte, mode }) => [
    '模式字节不对',
    `它是 ${byte}，而 Token 用的是 ${String(mode).toUpperCase()}。`,
    'GCM 末尾需要字节 1；CBC 不需要。',
  ],
  'iv-length': ({ bytes, expected, mode }) => [
    'IV 长度不对',
    `它有 ${bytes} 个字节；${String(mode).toUpperCase()} 需要 ${expected} 个。`,
    'GCM 取 12 个随机字节，CBC 取 16 个。',
  ],
  'ciphertext-length': ({ bytes, mode }) => [
    '密文长度不可能',
    `它有 ${bytes} 个字节，${mode === 'gcm' ? '比 GCM 的认证标签还短' : '不是 16 的倍数'}。`,
    'CBC 使用 PKCS#7 填充；GCM 接上 16 字节的认证标签。',
  ],
  'outer-expire-milliseconds': [
    '外层的过期时间用了毫秒',
    '前 8 个字节除以 1000 才是时间。',
    '写成秒：Math.floor(Date.now() / 1000) + effectiveTimeInSeconds。',
  ],
  'outer-expire-range': ['外层的过期时间超出范围', '前 8 个字节不是时间。', EXPIRE],
};
