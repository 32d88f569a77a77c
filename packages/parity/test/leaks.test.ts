import { describe, expect, test } from 'vitest';
import { findLeak } from '../src/conformance/leaks.ts';

const serverSecret = 'Zk3.q!8fWm#2Lt~vB6$yXc@9Rj^4Hn&s';
const bytes = Buffer.from(serverSecret);
const hex = bytes.toString('hex');

describe('a secret is found', () => {
  test.each([
    ['as it is', serverSecret],
    ['in part', serverSecret.slice(5, 13)],
    ['in hex digits', hex],
    ['in capital hex digits, in part', hex.slice(7, 40).toUpperCase()],
    ['in hex digits with colons', hex.replace(/..(?=.)/g, '$&:')],
    ['in hex digits with blanks', hex.replace(/..(?=.)/g, '$& ')],
    ['in escapes', hex.replace(/../g, '\\x$&')],
    ['in a list of hex numbers', hex.replace(/..(?=.)/g, '0x$&, ')],
    ['in words', Buffer.from(bytes).swap32().toString('hex')],
    ['in long words', Buffer.from(bytes).swap64().toString('hex')],
    ['from the end', [...serverSecret].reverse().join('')],
    ['from the end in hex digits', Buffer.from(bytes).reverse().toString('hex')],
    ['in base64', bytes.toString('base64')],
    ['in base64 for URLs', bytes.toString('base64url')],
    ['within base64', Buffer.from(`{"key":"${serverSecret}"}`).toString('base64')],
    ['as numbers', JSON.stringify([...bytes])],
    ['as numbers without commas', [...bytes].join(' ')],
  ])('%s', (_name, shown) => {
    expect(findLeak({ serverSecret }, `key=${shown} (debug)`)).toBe('the secret');
  });
});

test('a plaintext beyond ASCII is found in base64', () => {
  const userId = '\u5f20\u4e09\u674e\u56db';
  const shown = Buffer.from(`{"user_id":"${userId}"}`).toString('base64');
  expect(findLeak({ userId }, shown)).toBe('the plaintext');
});

test.each([
  'serverSecret must have 32 bytes of UTF-8, but has 33',
  'expire 1700003600 is not after ctime 1700000000',
  '2026-11-30T09:28:00.123Z INFO 0123456789abcdef0123456789abcdef request refused',
  'appId must be 1 to 4294967295',
])('no leak is found in %s', (message) => {
  const fields = { serverSecret, userId: 'demo', payload: '', token: `04${'A'.repeat(40)}` };
  expect(findLeak(fields, message)).toBeUndefined();
});
