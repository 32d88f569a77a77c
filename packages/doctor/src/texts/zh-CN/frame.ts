import type { TextsOf } from '../texts.ts';
import { FRAME } from './words.ts';

export const frame: TextsOf<
  | 'claims-unencrypted'
  | 'frame-json'
  | 'passphrase'
  | 'frame-foreign'
  | 'frame-prefix'
  | 'frame-suffix'
  | 'expire-missing'
  | 'expire-32-bit'
  | 'expire-little-endian'
  | 'expire-as-text'
  | 'lengths-missing'
  | 'lengths-8-bit'
  | 'lengths-32-bit'
  | 'lengths-little-endian'
  | 'ciphertext-length-wrong'
  | 'field-order'
  | 'iv-missing'
  | 'iv-as-text'
  | 'ciphertext-as-text'
  | 'gcm-mode-byte-missing'
  | 'mode-byte-wrong'
  | 'iv-length'
  | 'ciphertext-length'
  | 'outer-expire-milliseconds'
  | 'outer-expire-range'
> = {
  'claims-unencrypted': [
    '内容没有加密',
    '04 之后就是明文，任何人都能读取和修改，ZEGO 会拒绝。',
    '按 token04 的方式加密：用 ServerSecret 做 AES-256 并放进它的帧；generateToken04 会完成这些。',
  ],
  'frame-json': ({ has }) => [
    '04 之后是 JSON，而不是加密的帧',
    `正文是一个 JSON 对象${has === 'signature' ? '，带有签名' : ''}。token04 的正文是字节：expire、IV、密文。`,
    '用 generateToken04 或官方生成器，不要使用自创的格式。',
  ],
  passphrase: [
    '用了口令，而不是密钥',
    '密文以“Salted__”开头：CryptoJS 或 OpenSSL 由文本另外派生了密钥。',
    '把密钥的 32 个字节作为 key 传入（CryptoJS 用 Utf8.parse(secret)），并传入 IV。',
  ],
  'frame-foreign': ({ like }) => [
    '帧不是 token04 的帧',
    like === 'iv-ciphertext'
      ? '其中的长度和过期时间都说不通，看起来只有 IV 和密文，前面什么也没有。'
      : '其中的长度和过期时间按任何已知方式都说不通。',
    FRAME,
  ],
  'frame-prefix': ({ bytes }) => [
    '帧的前面有多余内容',
    `前面有 ${bytes} 个字节${bytes === 2 ? '，可能是 04' : Number(bytes) >= 20 ? '，与 HMAC 一样长' : ''}。token04 以 expire 开头。`,
    FRAME,
  ],
  'frame-suffix': ({ bytes }) => [
    '密文后面有多余内容',
    `后面有 ${bytes} 个字节。token04 的密文后面只有 GCM 的模式字节。`,
    '把 GCM 的认证标签接在密文末尾并计入密文长度；去掉任何签名。',
  ],
  'expire-missing': ['帧里没有 expire', 'token04 以 8 个字节的到期时间开头，而这个帧没有。', FRAME],
  'expire-32-bit': [
    'expire 写成了 4 个字节，应为 8 个',
    '它按 int32 写入。token04 以 int64 开头。',
    '把 expire 写成大端 int64：writeBigInt64BE、pack("J")、">q"、putLong。',
  ],
  'expire-little-endian': [
    'expire 是小端字节序',
    '它的字节顺序反了。token04 全部使用大端。',
    '把 expire 写成大端 int64：writeBigInt64BE、pack("J")、">q"、putLong。',
  ],
  'expire-as-text': [
    'expire 写成了数字文本',
    '它在帧里是文本。token04 以 8 个字节开头。',
    '把 expire 写成大端 int64：writeBigInt64BE、pack("J")、">q"、putLong。',
  ],
  'lengths-missing': ({ of }) => [
    '帧里缺少长度',
    `每一部分之前要有两个字节说明长度。缺少长度的是：${String(of).replace('ciphertext', '密文')}。`,
    FRAME,
  ],
  'lengths-8-bit': [
    '长度写成了 1 个字节，应为 2 个',
    'token04 的每个长度都是大端 uint16。',
    '两个长度都写成两个字节：writeUInt16BE、pack("n")、">H"、putShort。',
  ],
  'lengths-32-bit': ({ bytes = 4 }) => [
    `长度写成了 ${bytes} 个字节，应为 2 个`,
    '它们按 int32 或 int64 写入。token04 的每个长度都是 16 位的大端 uint16。',
    '两个长度都写成两个字节：writeUInt16BE、pack("n")、">H"、putShort。',
  ],
  'lengths-little-endian': [
    '长度是小端字节序',
    '它们的字节顺序反了。token04 全部使用大端。',
    '两个长度都写成大端：writeUInt16BE、pack("n")、">H"、putShort。',
  ],
  'ciphertext-length-wrong': ({ said, bytes }) => [
    '密文的长度写错了',
    `帧里写的是 ${said} 个字节，实际有 ${bytes} 个。`,
    '长度要算上填充，GCM 还要算上标签，但不算模式字节。',
  ],
  'field-order': ({ order }) => [
    '帧里各部分的顺序不对',
    `现在的顺序是 ${String(order).replace('iv', 'IV').replace('ciphertext', '密文')}。token04 的顺序是 expire、IV、密文。`,
    FRAME,
  ],
  'iv-missing': [
    '帧里没有 IV',
    '用了 IV 加密，没有 IV 就无法解密；ECB 不用 IV，但不被接受。',
    FRAME,
  ],
  'iv-as-text': ({ as }) => [
    'IV 写成了文本',
    `它在帧里是 ${as} 文本。token04 里放的是字节。`,
    '把 IV 的原始字节放进帧：CBC 为 16 个，GCM 为 12 个。',
  ],
  'ciphertext-as-text': ({ as }) => [
    '密文写成了文本',
    `它是加密库返回的 ${as} 文本，而不是它所代表的字节。`,
    '取原始字节：PHP 用 OPENSSL_RAW_DATA,Node.js 的 update() 和 final() 不要传编码。',
  ],
  'gcm-mode-byte-missing': [
    '缺少 GCM 的模式字节',
    'Token 用的是 AES-GCM，但没有最后的字节 1，会被当作 CBC 读取。',
    '在 base64 编码之前，在密文后面加一个值为 1 的字节。',
  ],
  'mode-byte-wrong': ({ byte, mode }) => [
    '模式字节不对',
    `最后一个字节是 ${byte}，而 Token 用的是 ${String(mode).toUpperCase()}。`,
    'GCM 末尾需要字节 1；CBC 不需要。',
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
  'outer-expire-milliseconds': [
    '外层的过期时间用了毫秒',
    '前 8 个字节除以 1000 才是时间。',
    '写成秒：Math.floor(Date.now() / 1000) + effectiveTimeInSeconds。',
  ],
  'outer-expire-range': [
    '外层的过期时间超出范围',
    '前 8 个字节不是数字能表示的时间。',
    '把 expire 写成大端 int64，单位为秒。',
  ],
};
