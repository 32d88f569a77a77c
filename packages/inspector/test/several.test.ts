import { createIssuer } from '@token04/core';
import { describe, expect } from 'vitest';
import { test } from './browser.ts';
import { APP_ID, inspect, MAY_DO_BOTH, ROOM_ID, roomToken, SECRET, USER_ID } from './sample.ts';

const basic = (userId: string): string =>
  createIssuer({ appId: APP_ID, serverSecret: SECRET }).issue({
    userId,
    effectiveTimeInSeconds: 3600,
  });

describe('several tokens in one paste', () => {
  test('are a table, one verdict a token', async ({ open }) => {
    const page = await open();
    const tokens = [roomToken(), basic('bob'), roomToken().slice(0, 90), 'undefined'];
    for (const text of [tokens.join('\n'), JSON.stringify(tokens)]) {
      await inspect(page, text, SECRET);
      await page.locator('.tokens').waitFor();
      const rows = page.locator('[data-verdict]');
      await expect.poll(() => rows.count()).toBe(4);
      await expect
        .poll(() =>
          rows.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['verdict'])),
        )
        .toEqual(['good', 'good', 'bad', 'bad']);
      const first = await rows.nth(0).textContent();
      expect(first).toContain(USER_ID);
      expect(first).toContain(ROOM_ID);
      expect(await rows.nth(0).getAttribute('data-login')).toBe('yes');
      expect(await rows.nth(1).textContent()).toContain('bob');
      expect(await rows.nth(3).textContent()).toContain('the variable was never set');
      await page.getByRole('heading', { name: '4 tokens: 2 good, 2 refused' }).waitFor();
      await inspect(page, '', SECRET);
      await page.locator('.empty').waitFor();
    }
  });

  test('each of them opens, and closes where it was opened', async ({ open }) => {
    const page = await open();
    await inspect(page, `${roomToken()}\n${basic('bob')}`, SECRET);
    await page.getByRole('button', { name: 'Token 2', exact: true }).click();
    await page.locator('.opened .headline').getByText('This token is good').waitFor();
    expect(await page.locator('.opened [data-claim=userId]').textContent()).toBe('bob');
    expect(await page.locator('[data-verdict]').count()).toBe(2);
    await page.getByRole('button', { name: 'Token 1', exact: true }).click();
    await page.locator('.opened .headline').getByText(MAY_DO_BOTH).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('.opened').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Token 1');
  });

  test('two of them are compared, field by field', async ({ open }) => {
    const page = await open();
    await inspect(page, `${basic('bob')}\n${basic('eve')}\n${roomToken()}`, SECRET);
    await page.getByLabel('Compare token 1').check();
    expect(await page.locator('.comparison').count()).toBe(0);
    await page.getByLabel('Compare token 2').check();
    const row = (name: string) =>
      page.locator('.comparison tr').filter({ has: page.getByRole('rowheader', { name }) });
    expect(await row('User ID').textContent()).toMatch(/differs.*bob.*eve/);
    expect(await row('App ID').getAttribute('data-differs')).toBe('false');
    // The third takes the place of the first.
    await page.getByLabel('Compare token 3').check();
    expect(await page.getByLabel('Compare token 1').isChecked()).toBe(false);
    expect(await row('Mode').textContent()).toMatch(/AES-256-CBC.*AES-256-GCM/);
  });

  test('hundreds are judged, without the page being blocked', async ({ open }) => {
    const page = await open();
    const tokens = Array.from({ length: 300 }, (_, index) => basic(`user-${index}`));
    // Of another secret, so that every mistake is tried.
    await inspect(page, tokens.join('\n'), 'y'.repeat(32));
    await page.locator('.tokens').waitFor();
    await page.getByRole('heading', { name: '300 tokens: 300 refused' }).waitFor();
    expect(await page.locator('[data-verdict=bad]').count()).toBe(300);
  });
});

test('dropped files are read', async ({ open }) => {
  const page = await open();
  await page.getByRole('tab', { name: 'Generate' }).click();
  const contents = [`${basic('bob')}\n`, basic('eve')];
  await page.evaluate((contents) => {
    const data = new DataTransfer();
    for (const [index, text] of contents.entries()) {
      data.items.add(new File([text], `${index}.txt`, { type: 'text/plain' }));
    }
    const drop = (type: string): boolean =>
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    // Not cancelled, the browser would leave the page for the file.
    if (drop('dragover') || drop('drop')) throw new Error('the browser takes the files');
  }, contents);
  await page.locator('.tokens [data-verdict]').nth(1).waitFor();
  expect(await page.getByLabel('Token or kit token').inputValue()).toBe(contents.join('\n'));
  expect(await page.locator('html[data-dragging]').count()).toBe(0);
});

describe('a code that is typed in is explained', () => {
  test.for([
    ['1102016', '1102016 · Express Web'],
    ['-200002', '-200002 · Digital human'],
    ['kitToken error', 'kitToken error · UIKit'],
  ] as const)('%s', async ([code, headline], { open }) => {
    const page = await open();
    await page.getByLabel('Token or kit token').fill(code);
    await page.locator(`[data-code="${code}"]`).waitFor();
    expect(await page.locator('.headline').textContent()).toContain(headline);
    expect(await page.locator('.verdict .reason').textContent()).toMatch(/\.$/);
    expect(await page.locator('.causes li').count()).toBeGreaterThan(0);
    expect(await page.locator('.next-step').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '中文' }).click();
    await page
      .locator('.verdict .reason')
      .getByText(/\p{Script=Han}/u)
      .waitFor();
  });
});

describe('the product decides', () => {
  test.for([
    ['zim', 'product-payload'],
    ['minigame', 'product-payload'],
    ['uikit', 'kit-missing'],
  ] as const)('%s', async ([product, finding], { open }) => {
    const page = await open();
    await inspect(page, roomToken(), SECRET);
    await page.locator('.verdict[data-verdict=good]').waitFor();
    await page.getByLabel('Product').selectOption(product);
    await page.locator(`[data-finding=${finding}][data-severity=error]`).waitFor();
  });

  test('every product can be chosen', async ({ open }) => {
    const page = await open();
    expect(
      await page
        .getByLabel('Product')
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)),
    ).toEqual(['any', 'express', 'zim', 'uikit', 'minigame', 'superboard', 'ai-agent']);
  });
});
