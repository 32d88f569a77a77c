import { expect, test } from 'vitest';
import { miniSearch, tokenize } from '../.vitepress/theme/search.ts';

test('Chinese is cut into words and characters, whatever the dictionary knows', () => {
  const words = tokenize('登录鉴权失败');
  expect(words).toEqual(expect.arrayContaining(['登录', '失败', '鉴', '权']));
  expect(tokenize('鉴权').filter((word) => !words.includes(word))).toEqual([]);
});

test('names in code are found whole and by their parts', () => {
  expect(tokenize('stream_id_list of room.publish')).toEqual([
    'stream_id_list',
    'stream',
    'id',
    'list',
    'of',
    'room.publish',
    'room',
    'publish',
  ]);
});

test('a code and a Chinese word are found only as they are written, another word also misspelled', () => {
  const { fuzzy } = miniSearch.searchOptions;
  expect([fuzzy('1102016'), fuzzy('权限'), fuzzy('privilege')]).toEqual([false, false, 0.2]);
});
