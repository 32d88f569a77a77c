import { authorizeRoom, roomPayload } from '@token04/core';
import { describe, expect, test } from 'vitest';
import { en } from '../src/texts/en.ts';
import { REASONS } from '../src/texts/reasons.ts';
import { formatDuration, formatTime } from '../src/texts/time.ts';
import { visible } from '../src/texts/visible.ts';
import { zhCN } from '../src/texts/zh-cn.ts';

/** Every text of a dictionary with its path; of a function, what it makes of a sample. */
function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'function') return [[path, String(node('一', '二', 3, 4))]];
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) => leaves(child, `${path}/${key}`));
}

describe('the two languages', () => {
  test('have the same texts', () => {
    expect(leaves(zhCN).map(([path]) => path)).toEqual(leaves(en).map(([path]) => path));
  });

  test('leave no text blank', () => {
    const blank = [...leaves(en), ...leaves(zhCN)].filter(([, text]) => text.trim() === '');
    expect(blank).toEqual([]);
  });

  test('keep to Chinese punctuation in Chinese, beside Latin letters too', () => {
    const narrow = leaves(zhCN).filter(([, text]) =>
      /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|[a-z0-9][,;:!?]\p{Script=Han}/iu.test(text),
    );
    expect(narrow).toEqual([]);
  });

  test('differ in every text that is more than a name', () => {
    const chinese = new Map(leaves(zhCN));
    const same = leaves(en).filter(([path, text]) => chinese.get(path) === text);
    expect(same.map(([, text]) => text)).toEqual([
      'Token',
      'token04',
      'Payload',
      'IV',
      'AES-256-CBC',
      'AES-256-GCM',
      'Kit',
    ]);
  });
});

test('every code of authorizeRoom is translated, and no other', () => {
  const bits = [0, 1, 2, undefined];
  const payloads = [
    '',
    '{',
    '[]',
    '{}',
    '{"room_id":"r"}',
    '{"room_id":"r","privilege":{"1":1,"2":1},"stream_id_list":[1]}',
    roomPayload({ roomId: 'r', login: true, publish: true, streamIds: ['s'] }),
    ...bits.flatMap((login) =>
      bits.map((publish) =>
        JSON.stringify({ room_id: 'r', privilege: { 0: 0, 1: login, 2: publish } }),
      ),
    ),
  ];
  const codes = new Set<string>();
  for (const payload of payloads) {
    for (const checks of ['login', 'publish', 'both', 'from-privileges'] as const) {
      for (const roomId of ['r', 'other']) {
        const room = authorizeRoom(payload, { roomId, checks });
        codes.add(room.login.code);
        for (const streamId of ['s', 'other']) codes.add(room.publish(streamId).code);
      }
    }
  }
  expect([...codes].sort()).toEqual(Object.keys(REASONS).sort());
});

describe('formatDuration', () => {
  test.each([
    [0, '0 sec', '0 秒'],
    [59, '59 sec', '59 秒'],
    [60, '1 min 0 sec', '1 分钟 0 秒'],
    [4380, '1 hr 13 min', '1 小时 13 分钟'],
    [86_400, '1 day 0 hr', '1 天 0 小时'],
    [2_073_599, '23 days 23 hr', '23 天 23 小时'],
  ])('%i seconds are %s, %s', (seconds, english, chinese) => {
    expect(formatDuration(seconds, 'en')).toBe(english);
    expect(formatDuration(seconds, 'zh-CN')).toBe(chinese);
  });
});

describe('formatTime', () => {
  test('has the date and the time of day', () => {
    expect(formatTime(1_700_000_000, 'en', en)).toMatch(/^Nov 1[45], 2023, \d\d:\d\d:20 /);
    expect(formatTime(1_700_000_000, 'zh-CN', zhCN)).toMatch(/^2023年11月1[45]日 .*\d\d:\d\d:20/);
  });

  test.each([Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER])(
    '%i is in no calendar',
    (second) => {
      expect(formatTime(second, 'en', en)).toBe(`Second ${second}, beyond any calendar`);
    },
  );

  test.each([8_640_000_000_000, -8_640_000_000_000, -1])('%i is', (second) => {
    expect(formatTime(second, 'en', en)).toMatch(/:\d\d:\d\d/);
  });
});

test('visible escapes what cannot be seen, and nothing else', () => {
  expect(visible('a b 小明 é 🚀 <&>')).toBe('a b 小明 é 🚀 <&>');
  expect(visible('\n\u0000\u200b\u202e\u2028\ufeff\ud800')).toBe(
    '\\u{a}\\u{0}\\u{200b}\\u{202e}\\u{2028}\\u{feff}\\u{d800}',
  );
});
