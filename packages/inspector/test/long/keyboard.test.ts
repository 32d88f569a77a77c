import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../browser.ts';
import { APP_ID, generate, MAY_DO_BOTH, roomToken, SECRET, USER_ID, verdictIs } from '../sample.ts';

/** The accessible name and the role of what has the focus, and whether that is seen. */
async function focused(page: Page): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const name =
      element.getAttribute('aria-label') ??
      element.labels?.[0]?.textContent ??
      element.textContent ??
      '';
    // A choice shows the focus at its label, which covers the radio button.
    const shown = element.type === 'radio' ? (element.closest('label') as Element) : element;
    return { name, seen: getComputedStyle(shown).outlineStyle !== 'none' };
  });
}

async function tabThrough(page: Page, stops: number): Promise<string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    const { name, seen } = await focused(page);
    names.push(seen ? name : `${name}, unseen`);
  }
  return names;
}

const HEADER = [
  'Skip to the content',
  '中文',
  'Dark',
  'Clear when the page is hidden',
  'Clear everything',
];

test('the Tab key leads through the first tab in the order of reading', async ({ open }) => {
  const page = await open();
  expect(await tabThrough(page, 16)).toEqual([
    ...HEADER,
    'Inspect',
    'Token or kit token',
    'Show: Server secret',
    'Server secret',
    'What it should be for',
    'App ID',
    'User ID',
    'Room ID',
    'Stream ID',
    'Product',
    'Both',
  ]);
});

test('the Tab key leads through the second tab in the order of reading', async ({ open }) => {
  const page = await open();
  await page.getByRole('tab', { name: 'Inspect' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Room', { exact: true }).check();
  await page.getByRole('tab', { name: 'Generate' }).focus();
  expect(await tabThrough(page, 13)).toEqual([
    'Room',
    'App ID',
    'User ID',
    'Show: Server secret',
    'Server secret',
    'Lifetime',
    'Unit',
    'Room ID',
    'May log in',
    'May publish',
    'Streams',
    'AES-256-CBC',
    'Generate',
  ]);
});

test('arrows, Home and End choose the tab', async ({ open }) => {
  const page = await open();
  const chosen = async (): Promise<string[]> => [
    (await focused(page)).name,
    await page.locator('[role=tab][aria-selected=true]').textContent().then(String),
    await page.locator('[role=tabpanel]:visible').getAttribute('aria-labelledby').then(String),
  ];
  const first = ['Inspect', 'Inspect', 'tab-inspect'];
  const second = ['Generate', 'Generate', 'tab-generate'];
  await page.getByRole('tab', { name: 'Inspect' }).focus();
  for (const [key, expected] of [
    ['ArrowRight', second],
    ['ArrowRight', first],
    ['ArrowLeft', second],
    ['ArrowLeft', first],
    ['End', second],
    ['End', second],
    ['Home', first],
  ] as const) {
    await page.keyboard.press(key);
    expect(await chosen(), key).toEqual(expected);
  }
});

test('the skip link leads to the content', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('Clear when the page is hidden');
});

test('a token is inspected without a mouse', async ({ open }) => {
  const page = await open();
  await tabThrough(page, 7);
  await page.keyboard.insertText(roomToken());
  await tabThrough(page, 2);
  await page.keyboard.insertText(SECRET);
  await verdictIs(page, MAY_DO_BOTH);
});

test('a token is made without a mouse: Enter is enough', async ({ open }) => {
  const page = await open();
  await tabThrough(page, 6);
  await page.keyboard.press('ArrowRight');
  await tabThrough(page, 2);
  await page.keyboard.insertText(String(APP_ID));
  await tabThrough(page, 1);
  await page.keyboard.insertText(USER_ID);
  await tabThrough(page, 2);
  await page.keyboard.insertText(SECRET);
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('The token was made.').waitFor({ state: 'attached' });
  expect(await generate(page)).toMatch(/^04/);
});

test('the clear button keeps the focus', async ({ open }) => {
  const page = await open();
  await tabThrough(page, HEADER.length);
  await page.keyboard.press('Space');
  expect((await focused(page)).name).toBe('Clear everything');
});
