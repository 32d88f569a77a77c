import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import {
  fillDraft,
  generate,
  inspect,
  MAY_DO_BOTH,
  ROOM_ID,
  roomToken,
  SECRET,
  USER_ID,
  verdictIs,
} from '../sample.ts';

const CLEAR = 'Clear everything';

/** Which of these texts are in the document, in a value or attribute of an element, or in the address. */
async function remains(page: Page, confidential: readonly string[]): Promise<string[]> {
  return page.evaluate((confidential) => {
    const places = [document.documentElement.outerHTML, location.href, document.title];
    for (const element of document.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      places.push(element.value, element.defaultValue ?? '');
    }
    return confidential.filter((text) => places.some((place) => place.includes(text)));
  }, confidential);
}

/** As when another tab is chosen, which a headless browser does not tell its pages. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** Fills in both tabs and shows both outputs; returns what is confidential of it. */
async function fillBoth(page: Page): Promise<string[]> {
  const pasted = roomToken();
  await fillDraft(page);
  await page.getByLabel('Kit', { exact: true }).check();
  await page.locator('#panel-generate').getByLabel('Room ID').fill(ROOM_ID);
  await page.getByLabel('User name').fill('Countess Ada');
  const made = await generate(page);
  await page.getByRole('tab', { name: 'Inspect' }).click();
  await inspect(page, pasted, SECRET);
  await page.locator('#panel-inspect').getByLabel('User ID').fill(USER_ID);
  await page.locator('#panel-inspect').getByLabel('Room ID').fill(ROOM_ID);
  await page.getByRole('button', { name: 'Show' }).click();
  await verdictIs(page, MAY_DO_BOTH);

  const confidential = [SECRET, pasted, made, USER_ID, ROOM_ID, 'Countess Ada'];
  expect(await remains(page, confidential)).toEqual(confidential);
  return confidential;
}

describe('nothing that was typed, pasted, read or made is in the page', () => {
  test('after it was cleared', async ({ open }) => {
    const page = await open();
    const confidential = await fillBoth(page);
    await page.getByRole('button', { name: CLEAR }).click();
    await page.getByText('Paste a token to begin').waitFor();
    expect(await remains(page, confidential)).toEqual([]);
    expect(await page.getByRole('status').textContent()).toBe('Everything was cleared.');
    expect(await page.locator('#panel-inspect input[type=password]').count()).toBe(1);
  });

  test('after it was hidden, if that was asked for', async ({ open }) => {
    const page = await open();
    const confidential = await fillBoth(page);
    await page.getByLabel('Clear when the page is hidden').check();
    await hide(page);
    await page.getByText('Paste a token to begin').waitFor();
    expect(await remains(page, confidential)).toEqual([]);
  });

  test('even by undoing, since the fields are made anew', async ({ open }) => {
    const page = await open();
    const confidential = await fillBoth(page);
    const fields = page.locator('[role=tabpanel] :is(input, textarea)');
    await fields.evaluateAll((fields) => {
      for (const field of fields) field.setAttribute('data-old', '');
    });
    await page.getByRole('button', { name: CLEAR }).click();
    await page.getByLabel('Token or kit token').focus();
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ControlOrMeta+z');
    expect(await page.locator('[data-old]').count()).toBe(0);
    expect(await remains(page, confidential)).toEqual([]);
  });

  test('even if it was cleared before an answer came', async ({ open }) => {
    const page = await open();
    const confidential = [SECRET, USER_ID];
    await fillDraft(page);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#panel-generate [type=submit]')?.click();
      document.querySelector<HTMLElement>('.banner button')?.click();
    });
    await page.waitForTimeout(300);
    expect(await remains(page, confidential)).toEqual([]);
    expect(await page.getByLabel('Your token').inputValue()).toBe('');
  });
});

test('what is hidden without being asked to clear stays', async ({ open }) => {
  const page = await open();
  const confidential = await fillBoth(page);
  await hide(page);
  await page.waitForTimeout(300);
  expect(await remains(page, confidential)).toEqual(confidential);
});

test('nothing comes back when the page is loaded again', async ({ open }) => {
  const page = await open();
  const confidential = await fillBoth(page);
  await page.reload();
  await page.getByText('Paste a token to begin').waitFor();
  expect(await remains(page, confidential)).toEqual([]);
});

test('no browser is asked to remember, complete or correct what is typed', async ({ open }) => {
  const page = await open();
  await fillDraft(page);
  await page.getByLabel('Kit', { exact: true }).check();
  const fields = page.locator('textarea, input:not([type=checkbox], [type=radio])');
  const careless = await fields.evaluateAll((fields) =>
    fields
      .filter(
        (field) =>
          field.getAttribute('autocomplete') !== 'off' ||
          field.getAttribute('spellcheck') !== 'false',
      )
      .map(({ outerHTML }) => outerHTML),
  );
  expect(await fields.count()).toBeGreaterThan(10);
  expect(careless).toEqual([]);
});

test('the secret is hidden until it is asked to be shown', async ({ open }) => {
  const page = await open();
  await inspect(page, '', SECRET);
  const field = page.locator('#panel-inspect').getByLabel('Server secret', { exact: true });
  const button = (name: string): Locator =>
    page.locator('#panel-inspect').getByRole('button', { name });
  expect(await field.getAttribute('type')).toBe('password');
  await button('Show').click();
  expect(await field.getAttribute('type')).toBe('text');
  await button('Hide').click();
  expect(await field.getAttribute('type')).toBe('password');
});
