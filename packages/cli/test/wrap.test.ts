import { describe, expect, test } from 'vitest';
import { wrap } from '../src/lib/wrap.ts';

describe('wrapped text', () => {
  test.each([
    ['words stay whole', 'one two three four', 10, '  one two\n  three\n  four'],
    [
      'a word that is too long has a line of its own',
      'a bbbbbbbbbbbb c',
      8,
      '  a\n  bbbbbbbbbbbb\n  c',
    ],
    ['a wide character takes two columns', '密钥被截断了', 10, '  密钥被截\n  断了'],
    ['no line begins with a full stop', '密钥被截。断了', 10, '  密钥被截。\n  断了'],
    ['what fits is one line', 'one two', 80, '  one two'],
  ])('%s', (_title, text, columns, lines) => {
    expect(wrap(text, columns, '  ')).toBe(lines);
  });
});
