import type { Dialect } from '@token04/fixtures';
import { describe, expect, test } from 'vitest';
import { dialects } from '../src/index.ts';

const names = Object.keys(dialects) as Dialect[];
const claims = { appId: 4294967295, userId: 'u', ctime: 7, expire: 9, nonce: -3, payload: 'p' };

/** Of the official dialects, written down here once more; those of other programs have their vectors. */
const orders: { readonly [dialect in Dialect]?: string } = {
  go: 'app_id user_id ctime expire nonce payload',
  python: 'app_id user_id nonce ctime expire payload',
  node: 'app_id user_id nonce ctime expire payload',
  java: 'user_id payload expire ctime app_id nonce',
  cpp: 'app_id user_id nonce ctime expire payload',
  objc: 'app_id user_id nonce ctime expire payload',
  dotnet: 'app_id user_id payload ctime expire nonce',
  php: 'app_id user_id nonce ctime expire payload',
  'php-typed': 'app_id user_id ctime expire nonce payload',
};

const fields: { readonly [field: string]: string } = {
  app_id: '"app_id":4294967295',
  user_id: '"user_id":"u"',
  ctime: '"ctime":7',
  expire: '"expire":9',
  nonce: '"nonce":-3',
  payload: '"payload":"p"',
};

test.each(Object.keys(orders) as Dialect[])(
  '%s writes its fields in its own order and without blanks',
  (dialect) => {
    const expected = orders[dialect]?.split(' ').map((field) => fields[field]);
    expect(dialects[dialect](claims)).toBe(`{${expected?.join(',')}}`);
  },
);

/** How each dialect spells a character; a dialect that is not named writes it as it is. */
const spellings: readonly [what: string, character: string, { [dialect in Dialect]?: string }][] = [
  ['a slash', '/', { java: '\\/', php: '\\/', 'php-typed': '\\/' }],
  ['less than', '<', { go: '\\u003c' }],
  ['greater than', '>', { go: '\\u003e' }],
  ['an ampersand', '&', { go: '\\u0026', php: '\\u0026', 'php-typed': '\\u0026' }],
  ['an apostrophe', "'", {}],
  ['U+0000', '\0', controls('\\u0000', '\\u0000')],
  ['U+000B', '\v', controls('\\u000b', '\\u000B')],
  ['U+001F', '\u001f', controls('\\u001f', '\\u001F')],
  ['U+0020', ' ', {}],
  ['U+007F', '\u007f', { java: '\\u007F' }],
  ['U+0080', '\u0080', { java: '\\u0080', ...php('\\u0080') }],
  ['U+0085', '\u0085', { java: '\\u0085', dotnet: '\\u0085', ...php('\\u0085') }],
  ['U+009F', '\u009f', { java: '\\u009F', ...php('\\u009f') }],
  ['U+00A0', '\u00a0', php('\\u00a0')],
  ['e acute', 'é', php('\\u00e9')],
  ['U+1FFF', '\u1fff', php('\\u1fff')],
  ['U+2000', '\u2000', { java: '\\u2000', ...php('\\u2000') }],
  ['U+2028', '\u2028', { java: '\\u2028', ...separators('\\u2028') }],
  ['U+2029', '\u2029', { java: '\\u2029', ...separators('\\u2029') }],
  ['U+20AC', '\u20ac', { java: '\\u20AC', ...php('\\u20ac') }],
  ['U+20FF', '\u20ff', { java: '\\u20FF', ...php('\\u20ff') }],
  ['U+2100', '\u2100', php('\\u2100')],
  ['a Chinese character', '中', php('\\u4e2d')],
  ['U+FEFF', '\ufeff', php('\\ufeff')],
  ['U+FFFF', '\uffff', php('\\uffff')],
  ['an emoji', '😀', php('\\ud83d\\ude00')],
  ['U+10FFFF', '\u{10ffff}', php('\\udbff\\udfff')],
];

function controls(lower: string, upper: string): { [dialect in Dialect]?: string } {
  return {
    go: lower,
    python: lower,
    node: lower,
    java: upper,
    cpp: upper,
    objc: upper,
    dotnet: lower,
    ...php(lower),
  };
}

function separators(spelling: string): Record<'go' | 'dotnet' | 'php' | 'php-typed', string> {
  return { go: spelling, dotnet: spelling, ...php(spelling) };
}

function php(spelling: string): Record<'php' | 'php-typed', string> {
  return { php: spelling, 'php-typed': spelling };
}

describe.each(names)('%s spells', (dialect) => {
  test.runIf(dialect in orders).each(spellings)('%s', (_what, character, special) => {
    const spelling = special[dialect] ?? character;
    const written = dialects[dialect]({ ...claims, userId: character, payload: `a${character}b` });
    expect(written).toContain(`"user_id":"${spelling}"`);
    expect(written).toContain(`"payload":"a${spelling}b"`);
  });

  test('the seven short escapes of JSON', () => {
    const written = dialects[dialect]({ ...claims, payload: '"\\\b\f\n\r\t' });
    expect(written).toContain('"payload":"\\"\\\\\\b\\f\\n\\r\\t"');
  });

  test('a backslash before what looks like an escape', () => {
    const written = dialects[dialect]({ ...claims, payload: '\\u001f\\n' });
    expect(written).toContain('"payload":"\\\\u001f\\\\n"');
  });

  test('JSON that says the claims', () => {
    const { userId, payload, ...numbers } = { ...claims, payload: '/<\u2028中😀\0"\\' };
    expect(JSON.parse(dialects[dialect]({ userId, payload, ...numbers }))).toEqual({
      app_id: numbers.appId,
      user_id: userId,
      ctime: numbers.ctime,
      expire: numbers.expire,
      nonce: numbers.nonce,
      payload,
    });
  });
});
