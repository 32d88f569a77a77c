import type { way as wayInEnglish } from '../en/way.ts';
import type { TextsOf } from '../texts.ts';
import { SEND_UNCHANGED } from './words.ts';

export const way: TextsOf<keyof typeof wayInEnglish> = {
  shortened: [
    'Token 在显示时被省略了',
    '省略号或星号代替的内容已经丢失。',
    '从响应本身取完整的 Token，不要从日志或表格里复制。',
  ],
  'case-lost': ({ case: to }) => [
    `Token 的字母被转成了${to === 'upper' ? '大写' : '小写'}`,
    '在 base64 里大小写是不同的数字，因此 Token 已经丢失。',
    '检查是否有 toLowerCase()、不区分大小写的数据库，或把请求头的名字当成了值。',
  ],
  'utf8-mangled': ({ how }) => [
    '字节经过了文本解码',
    how === 'latin1'
      ? '每个字节变成了字符，又按 UTF-8 写出。反过来读，正文是完整的。'
      : '不是 UTF-8 的字节被替换成了 U+FFFD，已经丢失。',
    '密文在编码成 base64 之前一直保持为字节。',
  ],
  truncated: ({ missing }) => [
    'Token 不完整',
    `它的开头是 token04，末尾至少缺少 ${missing} 个字节。`,
    '检查数据库字段是否太短、日志是否截断、复制是否完整。',
  ],
  'version-missing': ({ has }) => [
    '缺少开头的 04',
    `${has ? `开头写的是“${has}”。` : ''}其余部分是 token04 的正文。`,
    '在 base64 前面写上数字 04。',
  ],
  'version-twice': ['开头的 04 出现了两次', '生成器已经写了 04。', '直接使用生成器返回的 Token。'],
  'base64-twice': [
    'Token 做了两次 base64',
    'base64 里面还是 base64。',
    '正文的字节只编码一次，然后在前面加上 04。',
  ],
  'hex-text': [
    'Token 是十六进制',
    '它的正文写成了十六进制字符。',
    '把正文的字节编码成 base64，而不是十六进制。',
  ],
  'plus-as-blank': ['+ 都变成了空格', 'Token 未经编码就放进 URL 或表单时会这样。', SEND_UNCHANGED],
  'percent-encoded': [
    'Token 仍处于百分号编码状态',
    '其中 +、/、= 是 %2B、%2F、%3D。',
    '用 decodeURIComponent 或框架把参数解码一次，并且只编码一次。',
  ],
  'html-entities': [
    'Token 里有 HTML 实体',
    '其中 +、/、= 被写成 &#43; 之类：模板做了转义。',
    '从 JSON 里取 Token，或在页面的 JSON 脚本中原样写入。',
  ],
  'url-alphabet': [
    'Token 使用了 URL 版 base64',
    '其中 + 和 / 被写成 - 和 _。',
    '使用语言自带的标准 base64，不要用 URL-safe 版本。',
  ],
  'line-breaks': [
    'Token 里有换行',
    '有些 base64 函数和邮件会每 64 或 76 个字符换行。',
    '编码时不要换行（Java 用 Base64.getEncoder()，不要用 MIME 版本）。',
  ],
  'json-escapes': [
    'Token 是从 JSON 文本里截取的',
    '其中有 JSON 转义，例如把 / 写成 \\/。',
    '解析 JSON 后取字段，不要直接截取文本。',
  ],
  'invisible-characters': ({ count, is }) => [
    'Token 里有不可见字符',
    is === 'mark'
      ? '开头是字节顺序标记（BOM），有些编辑器会写在文件开头。'
      : `复制时带上了 ${count} 个看不见的字符，例如零宽空格。`,
    is === 'mark'
      ? '把 Token 所在的文件保存为不带 BOM 的 UTF-8。'
      : '从源头复制，不要从聊天或文档里复制。',
  ],
  'padding-missing': [
    '末尾的填充不对',
    '末尾的 = 缺少或过多。',
    '使用语言自带的、带填充的 base64，任何地方都不要去掉 =。',
  ],
  'foreign-characters': ({ count }) => [
    'Token 里有 base64 之外的字符',
    `有 ${count} 个字符不属于 A–Z、a–z、0–9、+ 和 /。`,
    SEND_UNCHANGED,
  ],
  'base64-not-canonical': [
    'base64 的末尾被改动过',
    '编码器不会写出这样的最后一个字符。',
    '检查最后一个字符是否被截断或改动。',
  ],
  'trailing-data': ({ bytes }) => [
    'Token 末尾有多余内容',
    `最后一个字段之后多出 ${bytes} 个字节。`,
    '检查是否把两个 Token 拼在了一起，或生成器写了不止一个模式字节。',
  ],
};
