import type { frame as frameInEnglish } from '../en/frame.ts';
import type { TextsOf } from '../texts.ts';
import {
  APPEND_TAG,
  EXPIRE,
  encodedIn,
  FRAME,
  LENGTHS,
  MAKE_TOKEN,
  MODE_BYTE,
  WRITE_SECONDS,
} from './words.ts';

export const frame: TextsOf<keyof typeof frameInEnglish> = {
  'claims-unencrypted': ['内容没有加密', '', MAKE_TOKEN],
  'frame-json': ['04 之后是 JSON，而不是加密的帧', '', MAKE_TOKEN],
  passphrase: [
    '用了口令，而不是密钥',
    '',
    '把密钥的 32 个字节作为 key 传入（CryptoJS 用 Utf8.parse(secret)），并传入 IV。',
  ],
  'frame-foreign': ({ like, encoding }) => [
    '帧不是 token04 的帧',
    encoding
      ? encodedIn(encoding)
      : like === 'iv-ciphertext'
        ? '看起来只有 IV 和密文。'
        : '其中的长度和 expire 都说不通。',
    encoding ? MAKE_TOKEN : FRAME,
  ],
  'frame-prefix': ({ bytes }) => [
    '帧的前面有多余内容',
    `它有 ${bytes} 个字节；多出的 04 是 2 个。`,
    FRAME,
  ],
  'frame-suffix': ({ bytes }) => [
    '密文后面有多余内容',
    `它有 ${bytes} 个字节。`,
    `${APPEND_TAG}去掉任何签名。`,
  ],
  'expire-missing': ['帧里没有 expire', '', FRAME],
  'expire-32-bit': ['expire 写成了 4 个字节，应为 8 个', '', EXPIRE],
  'expire-little-endian': ['expire 是小端字节序', '', EXPIRE],
  'expire-as-text': ['expire 写成了数字文本', '', EXPIRE],
  'lengths-missing': ({ of }) => [
    '帧里缺少长度',
    `缺少长度的是：${String(of).replace('ciphertext', '密文')}。`,
    FRAME,
  ],
  'lengths-8-bit': ['长度写成了 1 个字节，应为 2 个', '', LENGTHS],
  'lengths-32-bit': ({ bytes }) => [`长度写成了 ${bytes} 个字节，应为 2 个`, '', LENGTHS],
  'lengths-little-endian': ['长度是小端字节序', '', LENGTHS],
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
  'iv-missing': ['帧里没有 IV', '', FRAME],
  'iv-as-text': ({ as }) => [`IV 写成了 ${as} 文本`, '', '写入它的原始字节。'],
  'ciphertext-as-text': ({ as }) => [
    `密文写成了 ${as} 文本`,
    '',
    '写入它的原始字节：PHP 用 OPENSSL_RAW_DATA，Node.js 的 update() 不要传编码。',
  ],
  'gcm-mode-byte-missing': ['缺少 GCM 的模式字节', '', MODE_BYTE],
  'mode-byte-wrong': ({ byte, mode }) => [
    '模式字节不对',
    `它是 ${byte}，模式是 ${String(mode).toUpperCase()}。`,
    MODE_BYTE,
  ],
  'iv-length': ({ bytes, mode }) => [
    'IV 长度不对',
    `它有 ${bytes} 个字节，模式是 ${String(mode).toUpperCase()}。`,
    'GCM 取 12 个随机字节，CBC 取 16 个。',
  ],
  'ciphertext-length': ({ bytes, mode }) => [
    '密文长度不可能',
    `它有 ${bytes} 个字节，模式是 ${String(mode).toUpperCase()}。`,
    'CBC 使用 PKCS#7 填充；GCM 接上 16 字节的认证标签。',
  ],
  'outer-expire-milliseconds': ['外层的过期时间用了毫秒', '', WRITE_SECONDS],
  'outer-expire-range': ['外层的过期时间超出范围', '', EXPIRE],
};
