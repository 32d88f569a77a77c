// The one voice of the Chinese texts, as docs/decisions/chinese-voice.md has it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import autocorrect from 'autocorrect-node';
import { expect, test } from 'vitest';
import { chinese, english, linksOf, root, textOf, tokensIn, twinOf } from './pages.ts';

/** Files of the programs whose Chinese strings are held to it as well. */
const SOURCES = [
  'packages/cli/src/lib/words.ts',
  'packages/inspector/src/texts/zh-cn.ts',
  ...sourcesIn('packages/doctor/src/texts/zh-CN'),
];

/** Words that are not written, and what is written in their place. */
const WORDS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/您/, '你'],
  [/我们/, '本项目、本库'],
  [/(?<!\.)\btokens?\b/, 'Token'],
  [/\b[Kk]it token\b/, 'Kit Token'],
  [/身份 Token/, '基础鉴权 Token'],
  [/应答/, '响应'],
  [/验证方/, '校验方'],
  [/ZEGOCLOUD 控制台/, 'ZEGO 控制台'],
  [/UTF-16 单元/, 'UTF-16 码元'],
  [/\d [%％]/, '2.5%'],
  [/[,;:!?()]\p{Script=Han}|\p{Script=Han}[,;:!?()]|[\w)];\w/u, 'full-width punctuation'],
];

test.each(chinese)('%s: blanks and punctuation are as autocorrect wants them', (page) => {
  const { lines, error } = autocorrect.lintFor(textOf(page), page);
  expect(error).toBe('');
  expect(lines.map(({ l, old, new: better }) => `${page}:${l} ${old} → ${better}`)).toEqual([]);
});

test.each(chinese)('%s: no word stands where another was chosen', (page) => {
  expect(wrongWords(proseOf(textOf(page)))).toEqual([]);
});

test.each(SOURCES)('%s: no word stands where another was chosen', (file) => {
  const strings = textOf(file).match(/(['`])(?:(?!\1).)*\p{Script=Han}(?:(?!\1).)*\1/gu) ?? [];
  expect(strings.length).toBeGreaterThan(0);
  expect(wrongWords(strings.map((string) => string.replaceAll(/\$\{[^}]*\}/g, '')))).toEqual([]);
});

/** A line break is a blank to the reader, and Chinese has none. */
test.each(chinese)('%s: each paragraph is one line', (page) => {
  const broken = tokensIn(textOf(page))
    .filter(({ type }) => type === 'paragraph' || type === 'text')
    .map(({ raw }) => raw.trim())
    .filter((raw) => /\n(?!\[\^)/.test(raw));
  expect(broken).toEqual([]);
});

/** `**词。**词` is no emphasis in CommonMark: the full stop belongs behind the asterisks. */
test.each(chinese)('%s: every ** makes an emphasis', (page) => {
  const shown = tokensIn(textOf(page))
    .filter((token) => token.type === 'text' && !('tokens' in token))
    .map(({ raw }) => raw)
    .filter((raw) => raw.includes('**'));
  expect(shown).toEqual([]);
});

test.each(chinese)('%s leads to Chinese pages, or says that a page is English', (page) => {
  const isTranslated = new Map(english.map((one) => [one, true]));
  const wrong = linksOf(page)
    .filter(({ file }) => file.endsWith('.md') && !chinese.includes(file) && file !== twinOf(page))
    .filter(({ href, file }) => isTranslated.has(file) || !isMarked(page, href))
    .map(({ href }) => href);
  expect(wrong).toEqual([]);
});

/** Whether every link to this place is followed by the word. */
function isMarked(page: string, href: string): boolean {
  return textOf(page)
    .split(`](${href})`)
    .slice(1)
    .every((rest) => /^(（|，)英文）/.test(rest));
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .map((name) => join(folder, name))
    .filter((file) => /\p{Script=Han}/u.test(textOf(file)));
}

/** What is read as Chinese: no code, no addresses, no marks of scripts. */
function proseOf(markdown: string): string[] {
  return markdown
    .replace(/^( *)```[^\n]*\n.*?^\1```$/gms, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/(`+)(?:(?!\1).)+\1/gs, '`')
    .replace(/\]\([^)]*\)/g, ']')
    .split('\n');
}

function wrongWords(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const withoutCalls = line.replaceAll(/\w+\([^()]*\)/g, '');
    return WORDS.filter(([pattern]) => pattern.test(withoutCalls)).map(
      ([, instead]) => `${line} → ${instead}`,
    );
  });
}
