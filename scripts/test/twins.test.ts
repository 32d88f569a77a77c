// What the two languages of a page share: its headings, its code, its tables, its numbers, its links.
import type { Token } from 'marked';
import { expect, test } from 'vitest';
import { inChinese } from '../bench/in-chinese.mjs';
import { anchorsOf, chinese, english, linksOf, textOf, tokensIn, twinOf } from './pages.ts';

const MONTHS =
  'January February March April May June July August September October November December';

test('every page of either language has its twin', () => {
  expect([...chinese].sort()).toEqual(english.map(twinOf).sort());
});

test.each(english)('%s and its Chinese twin lead to each other', (page) => {
  const twin = twinOf(page);
  expect(linksOf(page).map(({ file }) => file)).toContain(twin);
  expect(linksOf(twin).map(({ file }) => file)).toContain(page);
});

test.each(english)('%s and its Chinese twin have the same parts', (page) => {
  expect(firstDifference(partsOf(page), partsOf(twinOf(page)))).toBeUndefined();
});

test.each(english)('%s and its Chinese twin have the same numbers in each section', (page) => {
  expect(otherNumbers(sectionsOf(page), sectionsOf(twinOf(page)))).toEqual([]);
});

test.each(english)(
  '%s and its Chinese twin have the same numbers in each row of a table',
  (page) => {
    expect(otherNumbers(rowsOf(page), rowsOf(twinOf(page)))).toEqual([]);
  },
);

test.each(english)('%s and its Chinese twin lead to the same places', (page) => {
  expect(placesOf(twinOf(page))).toEqual(placesOf(page));
});

test('the figures in Chinese are those of the English page', () => {
  const block = /<!-- figures: \w+ -->.*?<!-- \/figures -->/gs;
  const figures = textOf('docs/performance.md').match(block) ?? [];
  expect(figures.length).toBeGreaterThanOrEqual(6);
  expect(textOf('docs/zh-CN/performance.md').match(block)).toEqual(figures.map(inChinese));
});

interface Part {
  /** What both languages have to have at this place. */
  readonly what: string;
  /** Where it is, for whoever has to find it. */
  readonly start: string;
}

/** The levels of the headings, the code, the sizes of the tables and lists, and each paragraph. */
function partsOf(page: string): Part[] {
  return tokensIn(withoutGlosses(page)).flatMap((token): Part[] => {
    const what = whatIs(token);
    return what === undefined ? [] : [{ what, start: token.raw.trim().slice(0, 60) }];
  });
}

function whatIs(token: Token): string | undefined {
  switch (token.type) {
    case 'paragraph':
      return 'a paragraph';
    case 'list':
      return `a list of ${token['items'].length}`;
    case 'heading':
      return `a heading of level ${token['depth']}`;
    case 'code':
      return `code in ${token['lang']}:\n${codeIn(token['text'], token['lang'])}`;
    case 'table':
      return `a table of ${token['rows'].length} rows and ${token['header'].length} columns`;
    default:
      return undefined;
  }
}

/** In words. Only the first: what is missing in one language moves all that follows. */
function firstDifference(english: readonly Part[], chinese: readonly Part[]): string | undefined {
  const length = Math.max(english.length, chinese.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [english[at], chinese[at]];
    if (one?.what !== other?.what) return `English: ${shown(one)}\nChinese: ${shown(other)}`;
  }
  return undefined;
}

function shown(part: Part | undefined): string {
  return part === undefined ? 'nothing more' : `${part.what}, “${part.start}…”`;
}

/** In words: where the two languages have other numbers. */
function otherNumbers(english: readonly string[], chinese: readonly string[]): string[] {
  if (english.length !== chinese.length) {
    return [`English has ${english.length} of them, Chinese ${chinese.length}`];
  }
  return english.flatMap((one, at) => {
    const [numbers, twins] = [numbersIn(one), numbersIn(chinese[at] as string)];
    const inEnglish = numbers.filter((number) => !twins.includes(number)).join(', ');
    const inChinese = twins.filter((number) => !numbers.includes(number)).join(', ');
    if (inEnglish === '' && inChinese === '') return [];
    const [line = ''] = one.split('\n');
    return [`${line}: only English has ${inEnglish || '-'}, only Chinese ${inChinese || '-'}`];
  });
}

/** Of a recording only the commands: what `doctor` and `explain` answer is in the page's language. */
function codeIn(text: string, lang: string): string {
  if (lang !== 'console') return text;
  const commands = text.split('\n').filter((line) => line.startsWith('$ '));
  return commands.join('\n').replaceAll(' --language zh-CN', '');
}

/** Without what a Chinese page says of the comments in code, which stay English. */
function withoutGlosses(page: string): string {
  return textOf(page).replace(/^（注释：.*）\n\n/gm, '');
}

/** The text between two headings, without blocks of code. */
function sectionsOf(page: string): string[] {
  return withoutGlosses(page)
    .replace(/^( *)```[^\n]*\n.*?^\1```$/gms, '')
    .split(/^#+ /m);
}

function rowsOf(page: string): string[] {
  return textOf(page).match(/^\|.*$/gm) ?? [];
}

/** Each once, as digits: English writes months, and may write small numbers, as words. */
function numbersIn(section: string): string[] {
  const digits = section
    .replace(/\]\([^)]*\)/g, '')
    .replace(
      /\b[A-Z][a-z]+(?= \d{4}\b)/g,
      (month) => `${MONTHS.split(' ').indexOf(month) + 1 || month}`,
    )
    .replace(/(?<=\d),(?=\d{3})/g, '');
  return [...new Set(digits.match(/\d+(?:\.\d+)?/g))].sort();
}

/** The linked files, in the English page's name, with the number of the heading. */
function placesOf(page: string): string[] {
  return linksOf(page)
    .map(({ file, anchor }) => {
      const heading = anchor === undefined ? '' : `#${anchorsOf(file).indexOf(anchor)}`;
      return `${chinese.includes(file) ? twinOf(file) : file}${heading}`;
    })
    .sort();
}
