import { describe, expect, it, test } from 'vitest';
import { diagnose, explain, FINDING_IDS, type Finding, type Locale } from '../src/index.ts';
import { cases, optionsOf } from './cases/index.ts';

const PARTS = ['title', 'detail', 'nextStep'] as const;
const SCRIPTS: { [locale in Locale]: RegExp } = {
  en: /^[^\p{Script=Han}]+$/u,
  'zh-CN': /\p{Script=Han}/u,
};

describe.each(Object.keys(SCRIPTS) as Locale[])('%s', (locale) => {
  it.each(FINDING_IDS)('%s has words for each of its cases', async (id) => {
    for (const each of cases[id]) {
      const { findings } = await diagnose(each.input, optionsOf(each));
      const text = explain(findings.find((finding) => finding.id === id) as Finding, locale);
      expect(Object.keys(text)).toEqual(PARTS);
      for (const part of PARTS) {
        if (text[part] === '' && part === 'detail') continue;
        expect(text[part]).toMatch(SCRIPTS[locale]);
        expect(text[part]).not.toMatch(/undefined\b(?! of|”)|NaN(?!”)|\{|^\s|\s$/);
      }
      expect(text.title).not.toMatch(/[.。]$/);
      expect(text.detail).toMatch(/^$|[.?。？]$/);
      expect(text.nextStep).toMatch(/[.?。？]$/);
    }
  });

  it('leaves out the details that the other language leaves out', async () => {
    for (const [id, list] of Object.entries(cases)) {
      for (const each of list) {
        const { findings } = await diagnose(each.input, optionsOf(each));
        const found = findings.find((finding) => finding.id === id) as Finding;
        const isSilent = explain(found, locale).detail === '';
        expect({ id, isSilent }).toEqual({ id, isSilent: explain(found).detail === '' });
      }
    }
  });

  it('has no title twice', () => {
    const titles = FINDING_IDS.map(
      (id) => explain({ id, severity: 'error', clientCodes: [], values: {} }, locale).title,
    );
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test.each([
  [59, '59 seconds', '59 秒钟'],
  [119, '119 seconds', '119 秒钟'],
  [120, '2 minutes', '2 分钟'],
  [7200, '2 hours', '2 小时'],
  [86_400, '24 hours', '24 小时'],
  [172_800, '2 days', '2 天'],
  [63_072_000, '2 years', '2 年'],
])('%i seconds ago are %s, %s', (secondsAgo, english, chinese) => {
  const expired: Finding = {
    id: 'expired',
    severity: 'error',
    clientCodes: [],
    values: { secondsAgo },
  };
  expect(explain(expired).detail).toBe(`It ended ${english} ago.`);
  expect(explain(expired, 'zh-CN').detail).toBe(`它在 ${chinese}前到期。`);
});

test.each([
  [{ keyBits: 256, twice: 'yes' }, ', twice,', '重复两次'],
  [{ keyBits: 256 }, ', padded by zeros,', '用零补齐'],
])('how a decoded secret came to be as long as a key: %j', (values, english, chinese) => {
  for (const id of ['key-hex-decoded', 'key-base64-decoded'] as const) {
    const decoded: Finding = { id, severity: 'error', clientCodes: [], values };
    expect(explain(decoded).detail).toContain(english);
    expect(explain(decoded, 'zh-CN').detail).toContain(chinese);
  }
});

test('a locale that is not there is refused', async () => {
  const [finding] = (await diagnose('')).findings;
  expect(() => explain(finding as Finding, 'fr' as Locale)).toThrow(RangeError);
});
