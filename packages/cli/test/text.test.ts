import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../src/lib/duration.ts';
import { harmless, inOneLine, quote } from '../src/lib/text.ts';
import { got } from '../src/lib/usage-error.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('text of someone else', () => {
  test('has nothing in it that steers a terminal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(harmless(text)).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(inOneLine(text)).not.toContain('\n');
      }),
      { seed },
    );
  });

  test('in quotes is JSON of the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(quote(text))).toBe(text);
      }),
      { seed },
    );
  });

  test.each([
    ['\u001b[2J', '\\u001b[2J'],
    ['\u009b', '\\u009b'],
    ['\u202e', '\\u202e'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['a\u2800b', 'a\\u2800b'],
    ['a\u3164b\u115f', 'a\\u3164b\\u115f'],
    ['a\u200db', 'a\\u200db'],
    ['小明 é 😀', '小明 é 😀'],
  ])('%j', (text, shown) => {
    expect(harmless(text)).toBe(shown);
  });
});

test.each([
  [0, '0 sec'],
  [59.9, '59 sec'],
  [60, '1 min'],
  [3599, '59 min'],
  [86_399, '23 hr'],
  [86_400, '1 day'],
  [864_000, '10 days'],
])('%d seconds are "%s"', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('a duration is a whole number of one of the four units', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(!/^\d{1,12}[smhd]$/.test(text));
      expect(() => parseDuration(text, '--ttl')).toThrow('--ttl must be a duration such as 90s');
    }),
    { seed },
  );
});

test('what is as long as a secret is not repeated in an error', () => {
  expect(got('12x')).toBe('"12x"');
  expect(got('fa94dd0f974cf2e293728a526b028271')).toBe('32 characters');
});
