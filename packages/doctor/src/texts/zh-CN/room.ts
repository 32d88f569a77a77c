import type { room as roomInEnglish } from '../en/room.ts';
import type { TextsOf } from '../texts.ts';
import {
  BREAKS,
  differenceIn,
  MAKE_PAYLOAD,
  mendDifference,
  nameOfEncoding,
  PRIVILEGES,
  python,
  type,
} from './words.ts';

export const room: TextsOf<keyof typeof roomInEnglish> = {
  'payload-object-as-text': [
    'payload 是“[object Object]”',
    '对象被拼接成了字符串，内容已经丢失。',
    MAKE_PAYLOAD,
  ],
  'payload-double-encoded': [
    'payload 被转换了两次 JSON',
    '它是一个 JSON 字符串，权限的 JSON 在字符串里面。',
    MAKE_PAYLOAD,
  ],
  'payload-python': ({ position }) => [
    'payload 不是 JSON，而是程序打印的内容',
    python(position),
    '用 json.dumps(payload) 代替 str(payload)。',
  ],
  'payload-not-json': ({ position, kind, encoding }) => [
    'payload 不是 JSON',
    `ZEGO 读不懂就拒绝。${encoding ? `它是 JSON，但又做了编码：${nameOfEncoding(encoding)}` : `它在第 ${position} 个字符处中断：${BREAKS[String(kind)] ?? BREAKS['other']}`}。`,
    encoding ? '把 JSON 本身传给生成函数，不要编码。' : `${MAKE_PAYLOAD}不需要权限时传空字符串。`,
  ],
  'payload-not-object': ({ got }) => [
    'payload 不是 JSON 对象',
    `它是 JSON，但类型是${type(got)}。`,
    MAKE_PAYLOAD,
  ],
  'room-id-missing': ({ key }) => [
    'payload 没有指明房间',
    `${key ? `写的是“${key}”。` : ''}room_id 必须是非空字符串。`,
    MAKE_PAYLOAD,
  ],
  'privilege-missing': ({ key }) => [
    'payload 没有权限',
    `${key ? `写的是“${key}”。` : ''}privilege 必须是对象。${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-unknown-key': ({ keys, meant }) => [
    '有未知的权限名',
    `被忽略的有：${keys}。${meant ? `本意可能是 ${meant}。` : ''}${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-bit-missing': ({ bit }) => [
    `缺少权限 "${bit}"`,
    `所以按 0 处理，不允许${bit === '1' ? '登录房间' : '推流'}。`,
    `两个都写上。${PRIVILEGES}`,
  ],
  'privilege-bit-invalid': ({ bit, got }) => [
    `权限 "${bit}" 既不是 0 也不是 1`,
    `它${typeof got === 'number' ? `是 ${got}` : `的类型是${type(got)}`}，不会允许任何操作。`,
    `要允许就写数字 1。${PRIVILEGES}`,
  ],
  'stream-list-invalid': ({ got }) => [
    '流列表不是字符串数组',
    `stream_id_list 的类型是${type(got)}，或其中有非字符串的元素，因此推流被拒绝。`,
    '写成字符串数组；不限制流时写 null。',
  ],
  'room-mismatch': ({ difference }) => [
    'Token 属于另一个房间',
    `它的房间不是所要进入的房间。${differenceIn(difference)}`,
    mendDifference(difference, '按客户端实际进入的房间生成 Token。'),
  ],
  'login-denied': ['Token 不允许登录房间', '权限 "1" 是 0。', '把权限 "1" 设为 1。'],
  'publish-denied': [
    'Token 不允许推流',
    '权限 "2" 是 0。',
    '把权限 "2" 设为 1，更新用的 Token 也一样。',
  ],
  'stream-not-listed': [
    '这条流不在 Token 的列表里',
    'stream_id_list 列出允许推的流，逐字符比较并区分大小写。',
    '把这条流加入列表；不限制流时写 null。',
  ],
};
