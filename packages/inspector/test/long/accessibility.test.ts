import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { APP_ID, roomToken, SECRET, USER_ID } from '../sample.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe-core that the page violates, and where. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const results = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  });
}

/** Brings the page into each of its states, one after the other. */
const STATES: readonly [string, (page: Page) => Promise<void>][] = [
  ['empty', async () => {}],
  [
    'the question before a sample overwrites something',
    async (page) => {
      await page.locator('#panel-inspect input[type=password]').fill('mine');
      await page.locator('.chips button').first().click();
      await page.locator('[role=alertdialog]').waitFor();
    },
  ],
  [
    'a sample, with a part of it marked',
    async (page) => {
      await page.locator('[role=alertdialog] .primary').click();
      await page.locator('.verdict[data-verdict=good]').waitFor();
      await page.locator('.legend [data-part=iv]').focus();
    },
  ],
  [
    'a token that was cut',
    async (page) => {
      await page.locator('.chips button').nth(4).click();
      await page.locator('.dump .missing').first().waitFor();
    },
  ],
  [
    'a kit token',
    async (page) => {
      await page.locator('.chips button').nth(5).click();
      await page.locator('[data-kit]').first().waitFor();
    },
  ],
  [
    'a code',
    async (page) => {
      await page.locator('#panel-inspect textarea').fill('1102016');
      await page.locator('[data-code]').waitFor();
    },
  ],
  [
    'several tokens, two compared and one open',
    async (page) => {
      await page.locator('#panel-inspect input[type=password]').fill(SECRET);
      const tokens = [roomToken(), roomToken().slice(0, 90), 'undefined'];
      await page.locator('#panel-inspect textarea').fill(tokens.join('\n'));
      await page.locator('.tokens [data-verdict=good]').waitFor();
      for (const index of [0, 1]) await page.locator('.tokens input').nth(index).check();
      await page.locator('.tokens button').nth(1).click();
      await page.locator('.opened .inside').waitFor();
    },
  ],
  [
    'a frame without the secret',
    async (page) => {
      await page.locator('#panel-inspect input[type=password]').fill('');
      await page.locator('#panel-inspect textarea').fill(roomToken());
      await page.locator('.verdict[data-verdict=unknown]').waitFor();
    },
  ],
  [
    'a good token',
    async (page) => {
      await page.locator('#panel-inspect input[type=password]').fill(SECRET);
      await page.locator('.verdict[data-verdict=good]').waitFor();
    },
  ],
  [
    'a refused token, for another app',
    async (page) => {
      // On a narrow screen the expectations are folded.
      await page.locator('.group').evaluate((group) => group.setAttribute('open', ''));
      await page.locator('#panel-inspect input[inputmode=numeric]').fill('7');
      await page.locator('.verdict[data-verdict=bad]').waitFor();
    },
  ],
  [
    'an appId that no app can have',
    async (page) => {
      await page.locator('#panel-inspect input[inputmode=numeric]').fill('x');
      await page.locator('[aria-invalid=true]').waitFor();
    },
  ],
  ['the second tab', async (page) => page.locator('#tab-generate').click()],
  [
    'a room token refused',
    async (page) => {
      await page.locator('input[value=room]').check();
      await page.locator('#panel-generate [type=submit]').click();
      await page.locator('#panel-generate [aria-invalid=true]').first().waitFor();
    },
  ],
  [
    'a token made',
    async (page) => {
      const panel = page.locator('#panel-generate');
      await page.locator('input[value=basic]').check();
      await panel.locator('input[inputmode=numeric]').first().fill(String(APP_ID));
      await panel.locator('input[type=text]').nth(1).fill(USER_ID);
      await panel.locator('[type=submit]').click();
      await page.locator('.issued textarea:not(:placeholder-shown)').waitFor();
    },
  ],
  [
    'a token, after a field was changed',
    async (page) => {
      await page.locator('#panel-generate input[type=text]').nth(1).fill('somebody');
      await page.locator('.outdated').waitFor();
    },
  ],
];

describe.for([
  ['en-US', 'light'],
  ['zh-CN', 'dark'],
] as const)('in %s and %s, axe-core finds no violation', ([locale, colorScheme]) => {
  test('in any state', async ({ open }) => {
    const page = await open({ locale, colorScheme });
    await page.evaluate(axe);
    for (const [state, reach] of STATES) {
      await reach(page);
      expect(await violations(page), state).toEqual([]);
    }
  });
});

test('the page is never wider than its window, from 320 px on, in any state', async ({ open }) => {
  const page = await open({});
  const overflow = (): Promise<number> =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  for (const [state, reach] of STATES) {
    await reach(page);
    for (const width of [320, 390, 768, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(), `${state} at ${width} px`).toBe(0);
    }
  }
});
