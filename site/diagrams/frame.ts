import { BLOCK_BYTES, IV_BYTES, TAG_BYTES, VERSION } from '@token04/core/format';
import { arrow, box, type Drawing, text } from './draw.ts';

const WORDS = {
  en: {
    title: 'The frame of a token04',
    description: `The text ${VERSION}, then base64 of: expire in 8 bytes, the length of the IV in 2, the IV (${IV_BYTES.cbc} bytes in CBC, ${IV_BYTES.gcm} in GCM), the length of the ciphertext in 2, the ciphertext, and in GCM a mode byte 01. The ciphertext is the JSON of the claims, encrypted by AES-256 with the 32 bytes of the secret; in CBC it is padded to ${BLOCK_BYTES} bytes, in GCM it ends with a tag of ${TAG_BYTES}.`,
    base64: 'base64 of',
    bytes: 'bytes',
    expire: 'expire',
    length: 'length',
    ciphertext: 'ciphertext',
    padded: `padded to ${BLOCK_BYTES}`,
    tagged: `with a tag of ${TAG_BYTES}`,
    mode: 'mode',
    unproved: 'authenticated in neither mode',
    aes: 'AES-256, the key is the 32 bytes of the secret’s text',
  },
  'zh-CN': {
    title: 'token04 的帧',
    description: `文本 ${VERSION}，后接以下内容的 base64：8 字节的 expire，2 字节的 IV 长度，IV（CBC ${IV_BYTES.cbc} 字节，GCM ${IV_BYTES.gcm} 字节），2 字节的密文长度，密文，GCM 还有一个模式字节 01。密文是声明的 JSON，用密钥文本的 32 字节以 AES-256 加密；CBC 填充到 ${BLOCK_BYTES} 字节的倍数，GCM 以 ${TAG_BYTES} 字节的标签结尾。`,
    base64: '以下内容的 base64',
    bytes: '字节数',
    expire: 'expire',
    length: '长度',
    ciphertext: '密文',
    padded: `填充到 ${BLOCK_BYTES} 的倍数`,
    tagged: `含 ${TAG_BYTES} 字节标签`,
    mode: '模式',
    unproved: '两种模式都不验证它',
    aes: 'AES-256，密钥是密钥文本的 32 个字节',
  },
} as const;

export function frame(locale: keyof typeof WORDS): Drawing {
  const words = WORDS[locale];
  return {
    title: words.title,
    description: words.description,
    height: 350,
    parts: [
      text(12, 37, `${VERSION} +`, 'strong'),
      text(58, 37, words.base64, 'soft'),
      ...row(60, 'CBC', IV_BYTES.cbc, words.padded, false, words),
      ...row(142, 'GCM', IV_BYTES.gcm, words.tagged, true, words),
      text(58, 216, words.unproved, 'soft'),
      arrow([
        [392, 196],
        [392, 262],
      ]),
      text(382, 246, words.aes, 'soft end'),
      box(12, 262, 516, 68, 'ciphertext'),
      text(26, 291, '{"app_id":1,"user_id":"demo","nonce":…,', 'mono'),
      text(26, 313, ' "ctime":…,"expire":…,"payload":"…"}', 'mono'),
    ],
  };
}

function row(
  y: number,
  mode: string,
  ivBytes: number,
  end: string,
  hasModeByte: boolean,
  words: (typeof WORDS)['en' | 'zh-CN'],
): string[] {
  // Not to scale: what is written in them decides.
  const fields: [kind: string, width: number, name: string, bytes: string][] = [
    ['expire', 74, words.expire, '8'],
    ['length', 60, words.length, '2'],
    ['iv', 60, 'IV', String(ivBytes)],
    ['length', 60, words.length, '2'],
    ['ciphertext', hasModeByte ? 160 : 216, words.ciphertext, end],
  ];
  if (hasModeByte) fields.push(['mode', 56, words.mode, '01']);
  const parts = [text(12, y + 33, mode, 'strong')];
  let x = 58;
  for (const [kind, width, name, bytes] of fields) {
    parts.push(box(x, y, width, 54, kind));
    parts.push(text(x + width / 2, y + 23, name, 'middle'));
    parts.push(text(x + width / 2, y + 43, bytes, 'middle soft'));
    x += width;
  }
  return parts;
}
