// What the two languages of a page share: its headings, its code, its tables, its numbers, its links.
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
  expect(partsOf(twinOf(page))).toEqual(partsOf(page));
});

test.each(english)('%s and its Chinese twin have the same numbers in each section', (page) => {
  const numbers = sectionsOf(page).map(numbersIn);
  expect(sectionsOf(twinOf(page)).map(numbersIn)).toEqual(numbers);
});

test.each(english)(
  '%s and its Chinese twin have the same numbers in each row of a table',
  (page) => {
    expect(rowsOf(twinOf(page)).map(numbersIn)).toEqual(rowsOf(page).map(numbersIn));
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

/** The levels of the headings, the code, the sizes of the tables and lists, and each paragraph. */
function partsOf(page: string): unknown[] {
  return tokensIn(withoutGlosses(page)).flatMap((token): unknown[] => {
    switch (token.type) {
      case 'paragraph':
        return ['paragraph'];
      case 'list':
        return [{ items: token['items'].length }];
      case 'heading':
        return [{ heading: token['depth'] }];
      case 'code':
        return [{ code: codeIn(token['text'], token['lang']), lang: token['lang'] }];
      case 'table':
        return [{ rows: token['rows'].length, columns: token['header'].length }];
      default:
        return [];
    }
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
