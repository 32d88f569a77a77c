import type { room as roomInEnglish } from '../en/room.ts';
import type { TextsOf } from '../texts.ts';
import {
  anotherId,
  breaksAt,
  DUMPS,
  encodedIn,
  MAKE_PAYLOAD,
  PRIVILEGES,
  python,
  type,
} from './words.ts';

export const room: TextsOf<keyof typeof roomInEnglish> = {
  'payload-object-as-text': ['payload 是“[object Object]”', '', MAKE_PAYLOAD],
  'payload-double-encoded': ['payload 被编码了两次', '', MAKE_PAYLOAD],
  'payload-python': ({ position }) => [
    'payload 不是 JSON，而是 Python 打印的内容',
    python(position),
    DUMPS,
  ],
  'payload-not-json': ({ position, kind, encoding }) => [
    'payload 不是 JSON',
    encoding ? encodedIn(encoding) : breaksAt(position, kind),
    `${MAKE_PAYLOAD}不需要权限时传空字符串。`,
  ],
  'payload-not-object': ({ got }) => [
    'payload 不是 JSON 对象',
    `它的类型是${type(got)}。`,
    MAKE_PAYLOAD,
  ],
  'room-id-missing': ({ key }) => [
    'payload 没有指明房间',
    key ? `“${key}”的名字必须是 room_id。` : 'room_id 必须是字符串。',
    MAKE_PAYLOAD,
  ],
  'privilege-missing': ({ key }) => [
    'payload 没有权限',
    `${key ? `“${key}”的名字必须是 privilege。` : 'privilege 必须是对象。'}${PRIVILEGES}`,
    MAKE_PAYLOAD,
  ],
  'privilege-unknown-key': ({ keys }) => ['有未知的权限名', `被忽略的有：${keys}。`, PRIVILEGES],
  'privilege-bit-missing': ({ bit }) => [`缺少权限 "${bit}"`, '', PRIVILEGES],
  'privilege-bit-invalid': ({ bit, got }) => [
    `权限 "${bit}" 既不是 0 也不是 1`,
    `它的类型是${type(got)}。`,
    PRIVILEGES,
  ],
  'stream-list-invalid': ['流列表不是字符串数组', '', '写成字符串数组；不限制流时写 null。'],
  'room-mismatch': anotherId('Token 属于另一个房间', '按客户端实际进入的房间生成 Token。'),
  'login-denied': ['Token 不允许登录房间', '', '把权限 "1" 设为 1。'],
  'publish-denied': ['Token 不允许推流', '', '把权限 "2" 设为 1，更新用的 Token 也一样。'],
  'stream-not-listed': [
    '这条流不在 Token 的列表里',
    '',
    '逐字符照原样加入 stream_id_list；不限制流时写 null。',
  ],
};
