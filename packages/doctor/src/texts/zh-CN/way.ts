import type { way as wayInEnglish } from '../en/way.ts';
import type { TextsOf } from '../texts.ts';
import { AS_RETURNED, SEND_UNCHANGED, TAKE_FIELD } from './words.ts';

export const way: TextsOf<keyof typeof wayInEnglish> = {
  shortened: ['Token 在显示时被省略了', '', '从响应取完整的 Token，不要从日志里复制。'],
  'case-lost': ({ case: to }) => [
    `Token 被转成了${to === 'upper' ? '大写' : '小写'}，已经丢失`,
    '',
    '检查是否有 toLowerCase()，或不区分大小写的数据库或请求头。',
  ],
  'utf8-mangled': ['字节经过了文本解码', '', '密文在编码成 base64 之前一直保持为字节。'],
  truncated: ({ missing }) => [
    'Token 不完整',
    `至少缺少 ${missing} 个字节。`,
    '检查数据库字段是否太短、日志是否截断、复制是否完整。',
  ],
  'version-missing': ({ has }) => [
    '缺少开头的 04',
    has ? `开头写的是“${has}”。` : '',
    '在 base64 前面写上 04。',
  ],
  'version-twice': ['开头的 04 出现了两次', '', AS_RETURNED],
  'base64-twice': ['Token 做了两次 base64', '', '字节只做一次 base64，并在 base64 前面写上 04。'],
  'hex-text': ['Token 是十六进制', '', '把字节编码成 base64，而不是十六进制。'],
  'plus-as-blank': ['+ 都变成了空格', '', SEND_UNCHANGED],
  'percent-encoded': ['Token 仍处于百分号编码状态', '', '参数只编码一次，也只解码一次。'],
  'html-entities': ['Token 里有 HTML 实体', '', '用 JSON 传递 Token，它不需要转义。'],
  'url-alphabet': [
    'Token 使用了 URL 版 base64',
    '其中 + 和 / 被写成 - 和 _。',
    '使用语言自带的标准 base64。',
  ],
  'line-breaks': ['Token 里有换行', '', '编码和复制时都保持一行（Java 用 Base64.getEncoder()）。'],
  'json-escapes': ['Token 是从 JSON 文本里截取的', '', TAKE_FIELD],
  'invisible-characters': ({ count, is }) => [
    'Token 里有不可见字符',
    is === 'mark' ? '开头是字节顺序标记（BOM）。' : `有 ${count} 个。`,
    is === 'mark' ? '把它的文件保存为不带 BOM 的 UTF-8。' : '从源头复制，不要从聊天里复制。',
  ],
  'padding-missing': ['末尾的 = 缺少或过多', '', '使用语言自带的标准 base64，不要去掉 =。'],
  'foreign-characters': ({ count }) => [
    'Token 里有 base64 之外的字符',
    `有 ${count} 个。`,
    SEND_UNCHANGED,
  ],
  'base64-not-canonical': ['base64 的末尾被改动过', '', '检查它是否被截断或改动。'],
  'trailing-data': ({ bytes }) => [
    'Token 末尾有多余内容',
    `它有 ${bytes} 个字节。`,
    '是否把两个 Token 拼在了一起，或写了不止一个模式字节？',
  ],
};
