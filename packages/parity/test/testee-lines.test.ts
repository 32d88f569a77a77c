import { describe, expect, test } from 'vitest';
import { findMistake, hasLoneSurrogate, readObject, requestLine } from '../src/testee-lines.ts';

test('a request has id and op first, and its bigints as numbers', () => {
  expect(requestLine(7, 'generate', { appId: 2n ** 64n + 1n, userId: '"1"', nonce: -1n })).toBe(
    '{"id":7,"op":"generate","appId":18446744073709551617,"userId":"\\"1\\"","nonce":-1}',
  );
});

test.each([
  [Buffer.from([0x7b, 0xff]), 'it is not UTF-8'],
  [Buffer.from('\ufeff{}'), 'it starts with a byte order mark'],
  [Buffer.from('{}\r'), 'it ends with CR and LF, where LF alone is meant'],
  [Buffer.from(''), 'it is empty'],
  [Buffer.from('Traceback'), 'it is not JSON'],
  [Buffer.from('[]'), 'it is a list'],
  [Buffer.from('5'), 'it is the number 5'],
])('a line of %s: %s', (line, what) => {
  expect(readObject(line)).toBe(`a line is not a JSON object in UTF-8: ${what}`);
});

test.each([
  [{ id: '5', ok: {} }, 'id: 5 was allowed, the id of the request, and the text "5" came'],
  [{ id: 6, ok: {} }, 'id: 5 was allowed, the id of the request, and the number 6 came'],
  [{ ok: {} }, 'id: 5 was allowed, the id of the request, and nothing came'],
  [{ id: null, ok: {} }, 'id: 5 was allowed, the id of the request, and null came'],
  [{ id: null, unsupported: 'x' }, 'id: 5 was allowed, the id of the request, and null came'],
  [
    { id: 5, ok: {}, error: null },
    'error: an answer has ok, error or unsupported and leaves the others out, and null came',
  ],
  [{ id: 5 }, 'ok, error, unsupported: exactly one was allowed, and none of them came'],
  [
    { id: 5, ok: {}, unsupported: 'x' },
    'ok, error, unsupported: exactly one was allowed, and ok and unsupported came',
  ],
  [{ id: 5, ok: [] }, 'ok: an object was allowed, and a list came'],
  [{ id: 5, ok: true }, 'ok: an object was allowed, and a boolean came'],
  [
    { id: 5, error: 'Malformed' },
    'error: an object with code and message was allowed, and a text came',
  ],
  [
    { id: 5, error: { code: 3, message: 'x' } },
    'error.code: a string, such as "Malformed" was allowed, and the number 3 came',
  ],
  [{ id: 5, error: { code: 'x' } }, 'error.message: a string was allowed, and nothing came'],
  [
    { id: 5, unsupported: true },
    'unsupported: a string that says why was allowed, and a boolean came',
  ],
])('%j is no answer, and the mistake is named', (answer, mistake) => {
  expect(findMistake(answer, 5, false)).toBe(mistake);
});

test.each([
  { id: 5, ok: {} },
  { id: 5, error: { code: 'Malformed', message: '' } },
  { id: 5, unsupported: 'no verifier' },
])('%j is an answer', (answer) => {
  expect(findMistake(answer, 5, false)).toBeUndefined();
});

describe('an answer whose id is null', () => {
  test('is right for a line that not every JSON reader takes, if it is `unsupported`', () => {
    expect(findMistake({ id: null, unsupported: 'x' }, 5, true)).toBeUndefined();
    const error = { code: 'Argument', message: 'x' };
    expect(findMistake({ id: null, error }, 5, true)).toMatch(/^id: 5 was allowed/);
    expect(findMistake({ id: null, ok: {} }, 5, true)).toMatch(/^id: 5 was allowed/);
  });

  test.each([
    ['half a pair', 'a\ud800', true],
    ['the other half behind a backslash', '\\\udc00', true],
    ['a whole pair', '\ud83d\ude00', false],
    ['noncharacters', '\ufffe\uffff\ufdd0', false],
    ['the text of an escape', '\\ud800', false],
  ])('%s, %j: hasLoneSurrogate says %j', (_name, token, expected) => {
    expect(hasLoneSurrogate(requestLine(1, 'decode', { token }))).toBe(expected);
  });
});
