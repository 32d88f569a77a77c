// Language and theme: which the page begins with, how they are changed, and what is remembered.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { en } from '../../src/texts/en.ts';
import { zhCN } from '../../src/texts/zh-cn.ts';
import { pageUrl, test } from '../browser.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, verdictIs } from '../sample.ts';

describe.for([
  ['fr-FR', 'en', en],
  ['zh-CN', 'zh-CN', zhCN],
  ['zh-TW', 'zh-CN', zhCN],
] as const)('a browser in %s', ([locale, lang, texts]) => {
  test(`sees the page in ${lang}`, async ({ open }) => {
    const page = await open({ locale });
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.title()).toBe(texts.title);
    expect(await page.locator('h1').textContent()).toBe(texts.title);
  });
});

test('the language can be changed, with the findings and the clock', async ({ open }) => {
  const page = await open();
  await page.locator('#panel-inspect textarea').fill('03AAAA');
  await page.getByText('No token04: this is a token of version 03', { exact: true }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page
    .locator('.headline')
    .getByText(/^不是 token04：/)
    .waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.locator('[data-finding=token03] h3').textContent()).toMatch(/03.*Token/);
  expect(await page.locator('[data-finding=token03] h3').textContent()).toMatch(/\p{Script=Han}/u);
  expect(await page.locator('#panel-inspect textarea').inputValue()).toBe('03AAAA');
  await page.getByRole('button', { name: 'English' }).click();
  expect(await page.locator('h1').textContent()).toBe(en.title);
});

describe.for([
  ['light', 'dark', 'Dark', 'Light'],
  ['dark', 'light', 'Light', 'Dark'],
] as const)('in a %s system', ([system, other, to, back]) => {
  test(`the page is ${system}, until it is made ${other}`, async ({ open }) => {
    const page = await open({ colorScheme: system });
    const isDark = (): Promise<boolean> =>
      page.evaluate(() => {
        const [red = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
        return Number(red) < 128;
      });
    expect(await isDark()).toBe(system === 'dark');
    await page.getByRole('button', { name: to }).click();
    await expect.poll(isDark).toBe(other === 'dark');
    await page.getByRole('button', { name: back }).click();
    await expect.poll(isDark).toBe(system === 'dark');
  });
});

describe.for([
  ['en-US', '#lang=zh-CN', 'zh-CN'],
  ['zh-CN', '#lang=en', 'en'],
  ['zh-CN', '#lang=fr', 'zh-CN'],
  ['en-US', '#lang=constructor', 'en'],
] as const)('in a browser in %s, a link with %s', ([locale, fragment, lang]) => {
  test(`opens the page in ${lang}`, async ({ open }) => {
    const page = await open({ locale, url: pageUrl + fragment });
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  });
});

test('what was chosen in an earlier visit counts for more than the language of a link', async ({
  open,
}) => {
  const page = await open({ locale: 'en-US' });
  await page.getByRole('button', { name: '中文' }).click();
  await page.goto('about:blank');
  await page.goto(`${pageUrl}#lang=en`);
  await page.getByRole('heading', { name: zhCN.title }).waitFor();
});

describe('language and theme are remembered, and nothing else', () => {
  const stored = (page: Page): Promise<object> => page.evaluate(() => ({ ...localStorage }));

  test('from one visit to the next', async ({ open }) => {
    const page = await open({ locale: 'en-US', colorScheme: 'light' });
    expect(await stored(page)).toEqual({});
    await inspect(page, roomToken(), SECRET);
    await verdictIs(page, MAY_DO_BOTH);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '深色' }).click();
    expect(await stored(page)).toEqual({
      'token04-inspector.language': 'zh-CN',
      'token04-inspector.theme': 'dark',
    });
    await page.goto(pageUrl);
    await page.getByRole('heading', { name: zhCN.title }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('textarea').first().inputValue()).toBe('');
  });

  test('what is stored there by others is not taken for a choice', async ({ open }) => {
    const page = await open({
      prepare: (page) =>
        page.addInitScript(() => {
          // `Object.prototype` has a property of that name.
          localStorage.setItem('token04-inspector.language', 'constructor');
        }),
    });
    await page.getByRole('heading', { name: en.title }).waitFor();
    await page.evaluate(() => localStorage.clear());
  });
});
