import { createIssuer } from '@token04/core';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { APP_ID, inspect, MAY_DO_BOTH, ROOM_ID, roomToken, SECRET, USER_ID } from '../sample.ts';

const basic = (userId: string): string =>
  createIssuer({ appId: APP_ID, serverSecret: SECRET }).issue({
    userId,
    effectiveTimeInSeconds: 3600,
  });

describe('several tokens in one paste', () => {
  test('are a table with a verdict for each', async ({ open }) => {
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

  test('each of them opens; when it is closed, its button has the focus', async ({ open }) => {
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

  test('300 are judged, each with every mistaken key', async ({ open }) => {
    const page = await open();
    const tokens = Array.from({ length: 300 }, (_, index) => basic(`user-${index}`));
    // With another secret, so that the doctor tries every mistake.
    await inspect(page, tokens.join('\n'), 'y'.repeat(32));
    await page.locator('.tokens').waitFor();
    await page.getByRole('heading', { name: '300 tokens: 300 refused' }).waitFor();
    expect(await page.locator('[data-verdict=bad]').count()).toBe(300);
  });
});
