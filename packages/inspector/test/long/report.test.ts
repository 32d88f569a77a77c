import type { Page } from 'playwright-core';
import { describe, expect, test as plainTest } from 'vitest';
import { mask } from '../../src/inspect/report/mask.ts';
import { test } from '../browser.ts';
import {
  APP_ID,
  inspect,
  MAY_DO_BOTH,
  ROOM_ID,
  roomToken,
  SECRET,
  USER_ID,
  verdictIs,
} from '../sample.ts';

const PERMISSIONS = { permissions: ['clipboard-read', 'clipboard-write'] };
const WRONG = '3141592654';

async function copied(page: Page, label: string): Promise<string> {
  await page.getByRole('button', { name: label }).click();
  await page
    .getByRole('status')
    .getByText(/^(Copied|已复制)$/)
    .waitFor({ state: 'attached' });
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('the report', () => {
  test('says what was found, without secret, token and IDs', async ({ open }) => {
    const page = await open(PERMISSIONS);
    const token = roomToken();
    await inspect(page, token, SECRET);
    await page.locator('#panel-inspect').getByLabel('App ID').fill(WRONG);
    await verdictIs(page, 'Refused: the token is of another app');
    const report = await copied(page, 'Copy report');
    expect(report).toMatch(/^# token04 report\n\nRefused: the token is of another app\n/);
    expect(report).toMatch(/^- Judged: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/m);
    expect(report).toMatch(/^- Ends: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/m);
    expect(report).toContain('- Mode: AES-256-GCM');
    expect(report).toContain(`- Length: ${token.length} characters`);
    expect(report).toContain('- Server secret: given');
    expect(report).toContain('1. **Error: The token is of another app**');
    expect(report).toContain('1002076 Express native');
    for (const confidential of [
      SECRET,
      token,
      token.slice(0, 40),
      String(APP_ID),
      USER_ID,
      ROOM_ID,
      WRONG,
    ]) {
      expect(report).not.toContain(confidential);
    }
    expect(report).toContain('- User ID: a…e (12)');
  });

  test('has the IDs if they are asked for, and still no secret and no token', async ({ open }) => {
    const page = await open(PERMISSIONS);
    const token = roomToken();
    await inspect(page, token, SECRET);
    await verdictIs(page, MAY_DO_BOTH);
    await page.getByLabel('With app, user and room').check();
    const report = await copied(page, 'Copy report');
    expect(report).toContain(`- App ID: ${APP_ID}`);
    expect(report).toContain('- User ID: ada\\_lovelace');
    expect(report).toContain('- Room ID: analytical\\_engine');
    expect(report).not.toContain(SECRET);
    expect(report).not.toContain(token.slice(0, 40));
  });

  test('is in the language of the page', async ({ open }) => {
    const page = await open({ ...PERMISSIONS, locale: 'zh-CN' });
    await page.locator('#panel-inspect textarea').fill(roomToken());
    await page.locator('#panel-inspect input[type=password]').fill('x'.repeat(32));
    await page.locator('.verdict[data-verdict=bad]').waitFor();
    const report = await copied(page, '复制报告');
    expect(report).toMatch(/^# token04 检查报告\n\n会被拒绝：/);
    expect(report).toContain('- 检查于: ');
  });

  test('is printed in place of the page, dark on light whatever the theme', async ({ open }) => {
    const page = await open({ colorScheme: 'dark' });
    await inspect(page, roomToken(), 'x'.repeat(32));
    await page.locator('.verdict[data-verdict=bad]').waitFor();
    expect(await page.locator('#printed').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.locator('#printed').waitFor();
    expect(await page.locator('main').isVisible()).toBe(false);
    const printed = (await page.locator('#printed').textContent()) ?? '';
    expect(printed).toMatch(/^token04 reportRefused: another secret made the token/);
    expect(printed).toContain('1002033 Express native');
    const [ink, paper] = await page.evaluate(() => {
      const { color, colorScheme } = getComputedStyle(document.body);
      return [color, colorScheme];
    });
    expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'light']);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('#printed').count()).toBe(0);
  });

  test('the button prints, once the report is there', async ({ open }) => {
    const page = await open({
      prepare: (page) =>
        page.addInitScript(() => {
          window.print = () => {
            document.title = document.querySelector('#printed h1')?.textContent ?? 'none';
          };
        }),
    });
    await inspect(page, roomToken(), SECRET);
    await verdictIs(page, MAY_DO_BOTH);
    await page.getByRole('button', { name: 'Print' }).click();
    await expect.poll(() => page.title()).toBe('token04 report');
  });
});

plainTest.each([
  ['', '… (0)'],
  ['a', '… (1)'],
  ['abcde', '… (5)'],
  ['abcdef', 'a…f (6)'],
  ['1234567890', '1…0 (10)'],
  ['🚀2345🚀', '🚀…🚀 (6)'],
])('%s is masked as %s', (id, masked) => {
  expect(mask(id)).toBe(masked);
});
