import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, verdictIs } from '../sample.ts';

/** Everything that is filled in, in the order of the form. */
async function formOf(page: Page): Promise<string[]> {
  return page
    .locator('#panel-inspect :is(textarea, input[type=text], input[type=password], select)')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
}

const chip = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('each sample has its verdict', () => {
  test.for([
    ['Good', MAY_DO_BOTH, 'good'],
    ['Expired', 'Refused: the token has expired', 'bad'],
    ['Another secret', 'Refused: another secret made the token, or it was altered', 'bad'],
    ['+ lost', 'Refused: each + became a blank', 'bad'],
    ['Cut', 'Refused: the token is cut short', 'bad'],
    ['Kit token', 'This token is good', 'good'],
    ['JWT', 'No token04: your token endpoint makes JWTs, which no SDK of ZEGO takes', 'bad'],
  ] as const)('%s', async ([name, headline, verdict], { open }) => {
    const page = await open();
    await chip(page, name).click();
    await page.locator('.verdict').waitFor();
    expect(await page.locator('.headline').textContent()).toBe(headline);
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe(verdict);
  });
});

test('a second sample leaves nothing of the first', async ({ open }) => {
  const page = await open();
  await chip(page, 'Good').click();
  await verdictIs(page, MAY_DO_BOTH);
  await page.getByLabel('Product').selectOption('zim');
  await chip(page, 'JWT').click();
  await page
    .locator('.headline')
    .getByText(/^No token04/)
    .waitFor();
  const [token, ...others] = await formOf(page);
  expect(token).toMatch(/^eyJ/);
  expect(others).toEqual(['', '', '', '', '', 'any']);
});

test('what was typed is not overwritten without asking', async ({ open }) => {
  const page = await open();
  await page.locator('#panel-inspect').getByLabel('Server secret', { exact: true }).fill(SECRET);
  const before = await formOf(page);
  await chip(page, 'Good').click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  expect(await formOf(page)).toEqual(before);
  await chip(page, 'Keep mine').click();
  await question.waitFor({ state: 'detached' });
  expect(await formOf(page)).toEqual(before);

  await chip(page, 'Good').click();
  await chip(page, 'Replace it').click();
  await verdictIs(page, MAY_DO_BOTH);
  expect((await formOf(page))[1]).not.toBe(SECRET);
});

test('a token of one’s own empties the fields that the sample filled in', async ({ open }) => {
  const page = await open();
  await chip(page, 'Good').click();
  await verdictIs(page, MAY_DO_BOTH);
  await page.getByLabel('Token or kit token').fill(roomToken());
  await verdictIs(page, 'Well-formed so far');
  expect((await formOf(page)).slice(1)).toEqual(['', '', '', '', '', 'any']);
});

test('a sample with a part cut off keeps the fields that it filled in', async ({ open }) => {
  const page = await open();
  await chip(page, 'Good').click();
  await verdictIs(page, MAY_DO_BOTH);
  const before = (await formOf(page)).slice(1);
  const token = await page.getByLabel('Token or kit token').inputValue();
  await page.getByLabel('Token or kit token').fill(token.slice(0, -20));
  await page.locator('[data-finding=truncated]').waitFor();
  expect((await formOf(page)).slice(1)).toEqual(before);
});

test('a token of one’s own hides the samples until it is removed', async ({ open }) => {
  const page = await open();
  await inspect(page, roomToken(), SECRET);
  await verdictIs(page, MAY_DO_BOTH);
  expect(await page.locator('.chips').count()).toBe(0);
  await page.getByLabel('Token or kit token').fill('');
  await page.locator('.empty .chips').waitFor();
});
