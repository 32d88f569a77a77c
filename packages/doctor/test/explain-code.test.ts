import { describe, expect, it, test } from 'vitest';
import { diagnose, explainCode, KNOWN_CODES, type Locale, sdkOfCode } from '../src/index.ts';
import { cases, optionsOf } from './cases/index.ts';

const LOCALES = ['en', 'zh-CN'] as const;

describe.each(LOCALES)('%s', (locale) => {
  it.each([...KNOWN_CODES, 'kitToken error'])('%s', (code) => {
    const explained = explainCode(code, locale);
    expect(explained?.code).toBe(code);
    expect(explained?.sdks.length).toBeGreaterThan(0);
    const words = [explained?.meaning, ...(explained?.nextSteps ?? [])];
    for (const text of words) {
      expect(text).toMatch(locale === 'en' ? /^[^\p{Script=Han}]+[.]$/u : /\p{Script=Han}.*。$/u);
    }
    for (const cause of explained?.causes ?? []) {
      expect(cause).not.toMatch(/undefined|NaN/);
    }
    expect(new Set(explained?.causes).size).toBe(explained?.causes.length);
  });
});

test('no code is in the catalogue twice, and these are in it', () => {
  expect(new Set(KNOWN_CODES).size).toBe(KNOWN_CODES.length);
  const named = [
    1001004, 1001005, 1002005, 1002006, 1002007, 1002011, 1002012, 1002013, 1002033, 1002056,
    1002067, 1002074, 1002075, 1002076, 1002077, 1002078, 1002079, 1002080, 1002082, 1003072,
    1003025, 1004003, 1017009, 1000000101, 1011, 1100001, 1102016, 1102018, 1102020, 1103019,
    1104046, 50116, 50117, 50118, 50119, 50120, 50121, 50122, 50123, 50124, 50125, 50126, 50127,
    50128, 202002, 20014, 1019022, 1019027, 1019006, 1019007, 6000003, 6000101, 6000103, 50111,
    6000106, 6000107, 6000108, 6000109, 7000004, 7200401, 7201002, 7201003, 7201005, 3100010,
    3100011, 3131001, -200002, 4000008,
  ];
  expect([...KNOWN_CODES].sort((one, other) => one - other)).toEqual(
    named.sort((one, other) => one - other),
  );
});

it.each<[number | string, string[]]>([
  [1102016, ['Express Web']],
  ['1102016', ['Express Web']],
  [1002006, ['Express native', 'Express Web']],
  ['−200002', ['Digital human, mobile']],
  [' -200002 ', ['Digital human, mobile']],
  ['KitToken Error', ['UIKit prebuilt for the web']],
])('%s is shown by %j', (code, sdks) => {
  expect(explainCode(code)?.sdks).toEqual(sdks);
});

test('the causes come in order, as the doctor names them', () => {
  expect(explainCode(6000109)?.causes[0]).toBe('The token ends later than ZIM takes');
  expect(explainCode(1102016, 'zh-CN')?.causes[0]).toBe('Token 由另一个密钥生成，或被改动过');
});

it.each([5, '', 'token', '12.5', '1e5', 'constructor', Number.NaN])('%s is no code', (code) => {
  expect(explainCode(code)).toBeUndefined();
});

test('a locale that is not there is refused', () => {
  expect(() => explainCode(1102016, 'fr' as Locale)).toThrow(RangeError);
});

test('every code that a finding has is in the catalogue, with its SDK', async () => {
  for (const each of Object.values(cases).flat()) {
    for (const { id, clientCodes } of (await diagnose(each.input, optionsOf(each))).findings) {
      for (const code of clientCodes) {
        expect({ id, code, sdk: sdkOfCode(code) }).toEqual({
          id,
          code,
          sdk: expect.stringMatching(/./),
        });
      }
    }
  }
});
