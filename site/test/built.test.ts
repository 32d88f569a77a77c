import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainCode, KNOWN_CODES } from '@token04/doctor';
import { expect, test } from 'vitest';
import { addressOf, type Locale } from '../gather/addresses.ts';
import { inspectorIn } from '../gather/inspector-address.ts';
import { root } from '../gather/repository.ts';
import { attributes, dist, fileAt, files, html, pages } from './site.ts';

const chinesePages = pages.filter((path) => path.startsWith('zh-CN/'));
const englishPages = pages.filter((path) => !path.startsWith('zh-CN/'));

test('every link leads to a page, and to a part that is there', () => {
  const dead = pages.flatMap((page) =>
    [...html(page).matchAll(/<a [^>]*?href="([^"]*)"/g)]
      .map(([, href = '']) => href)
      .filter((href) => !leadsSomewhere(page, href))
      .map((href) => `${page}: ${href}`),
  );
  expect(dead).toEqual([]);
});

function localeOf(page: string): Locale {
  return page.startsWith('zh-CN/') ? 'zh-CN' : 'en';
}

function leadsSomewhere(page: string, href: string): boolean {
  if (/^https?:\/\//.test(href)) return true;
  const [address = '', anchor] = href.split('#');
  const file = address === '' ? page : fileAt(address);
  if (file === undefined) return false;
  if (anchor === undefined || anchor === '') return true;
  // The inspector's fragment names no part of it, but the language of the page that leads there.
  if (file === 'inspector/index.html') return anchor === `lang=${localeOf(page)}`;
  return attributes(html(file), 'id').includes(decodeURIComponent(anchor));
}

test.each([
  ['docs', 'docs'],
  ['docs/api', 'docs/api'],
  ['docs/zh-CN', 'docs/zh-CN'],
])('every page of %s is in the site', (folder) => {
  const sources = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => addressOf(`${folder}/${name}`));
  const missing = sources
    .map(
      ({ address, locale }) => (locale === 'en' ? '' : 'zh-CN/') + address.replace(/md$/, 'html'),
    )
    .filter((path) => !pages.includes(path));
  expect(missing).toEqual([]);
});

test('each page is there in both languages, and says which it is in', () => {
  expect(chinesePages.map((path) => path.slice('zh-CN/'.length)).sort()).toEqual(
    [...englishPages].sort(),
  );
  expect(chinesePages.filter((path) => !html(path).includes('<html lang="zh-CN"'))).toEqual([]);
  expect(englishPages.filter((path) => !html(path).includes('<html lang="en"'))).toEqual([]);
});

test('a page that is not translated says so, and is marked as English', () => {
  const page = html('zh-CN/api/core.html');
  expect(page).toContain('本页还没有中文版');
  expect(page).toContain('<div lang="en">');
  expect(html('zh-CN/renewal.html')).not.toContain('本页还没有中文版');
});

test.each([...KNOWN_CODES])('the code %i has a page in both languages', (code) => {
  for (const [path, locale] of [
    [`codes/${code}.html`, 'en'],
    [`zh-CN/codes/${code}.html`, 'zh-CN'],
  ] as const) {
    const explanation = explainCode(code, locale);
    expect(html(path)).toContain(`<h1 id="`);
    for (const text of [explanation?.meaning, ...(explanation?.causes ?? [])]) {
      expect(textOf(html(path))).toContain(text);
    }
  }
});

test('the page of a code leads to the inspector before it lists the causes', () => {
  for (const path of ['codes/1102016.html', 'zh-CN/codes/1102016.html']) {
    const [beforeCauses = ''] = html(path).split('<ol>');
    const [, content = ''] = beforeCauses.split('<h1 id="');
    expect(attributes(content, 'href')).toContain(inspectorIn(localeOf(path)));
  }
});

function textOf(page: string): string {
  return page
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

test('the table of codes and the texts lead to the pages of the codes', () => {
  const linked = attributes(html('codes/index.html'), 'href');
  expect(KNOWN_CODES.filter((code) => !linked.includes(`/codes/${code}`))).toEqual([]);
  expect(attributes(html('renewal.html'), 'href')).toContain('/codes/1002082');
});

test('the inspector is the built one, byte for byte', () => {
  const built = readFileSync(join(root, 'packages/inspector/dist/index.html'));
  expect(readFileSync(join(dist, 'inspector/index.html')).equals(built)).toBe(true);
});

test('nothing of a page comes from another host', () => {
  const foreign = [...pages, '404.html'].flatMap((page) =>
    [...html(page).matchAll(/<(?:script|link|img|iframe|source|video)\b[^>]*>/g)]
      .filter(([tag]) => !/rel="(canonical|alternate)"/.test(tag))
      .flatMap(([tag]) => [...attributes(tag, 'src'), ...attributes(tag, 'href')])
      .filter((address) => /^([a-z]+:)?\/\//.test(address)),
  );
  expect(foreign).toEqual([]);
  const styles = files.filter((path) => path.endsWith('.css')).map((path) => html(path));
  expect(styles.filter((text) => /url\(["']?(https?:)?\/\//.test(text))).toEqual([]);
});

test('each page has a policy that names the scripts in it, and allows no evaluation', () => {
  for (const page of [...pages, '404.html']) {
    const text = html(page);
    const policy = text.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    for (const [, code = ''] of text.matchAll(/<script(?![^>]* src=)[^>]*>(.*?)<\/script>/gs)) {
      expect(policy).toContain(createHash('sha256').update(code).digest('base64'));
    }
  }
});

test('each page has one heading of the first level, a title and a description', () => {
  const titles = new Map<string, string[]>();
  for (const page of pages) {
    const text = html(page);
    expect([page, [...text.matchAll(/<h1\b/g)].length]).toEqual([page, 1]);
    const title = text.match(/<title>([^<]*)<\/title>/)?.[1] ?? '';
    const key = `${localeOf(page)} ${title}`;
    titles.set(key, [...(titles.get(key) ?? []), page]);
    expect([page, text.match(/<meta name="description" content="([^"]+)"/)?.[1]]).toEqual([
      page,
      expect.any(String),
    ]);
  }
  // Or a result of a search engine would not say which page it is.
  expect([...titles].filter(([, same]) => same.length > 1)).toEqual([]);
});
