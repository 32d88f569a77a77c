// What changes with the time: the countdown, and the timeline.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { inspect, SECRET, tokenOf, verdictIs } from '../sample.ts';

const NOW = 1_700_000_000;

test('the countdown ticks, and the verdict changes when it ends', async ({ open }) => {
  const page = await open({
    prepare: async (page) => {
      await page.clock.install({ time: NOW * 1000 - 1000 });
      await page.clock.pauseAt(NOW * 1000);
    },
  });
  await inspect(page, tokenOf({ ctime: NOW, expire: NOW + 65 }), SECRET);
  await page.clock.runFor(300);
  await verdictIs(page, 'This token is good');
  const count = page.locator('.count');
  expect(await count.textContent()).toBe('1 min 5 sec');
  await page.clock.runFor(1000);
  expect(await count.textContent()).toBe('1 min 4 sec');
  await page.clock.runFor(63_000);
  expect(await page.locator('.headline').textContent()).toBe('This token is good');
  expect(await count.textContent()).toBe('1 sec');
  await page.clock.runFor(1500);
  const finding = page.locator('[data-finding=expired]');
  await finding.waitFor();
  expect(await page.locator('.headline').textContent()).toBe('Refused: the token has expired');
  expect(await page.getByRole('status').textContent()).toContain('Refused: the token has expired');
  expect(await page.locator('.countdown').textContent()).toContain('since it ended');
  // The times in a finding go on with the clock, though the token is not judged again.
  await page.clock.runFor(60_000);
  expect(await finding.textContent()).toContain('It ended 60 seconds ago.');
  await page.clock.runFor(60_000);
  expect(await finding.textContent()).toContain('It ended 2 minutes ago.');
});

describe('the timeline', () => {
  const token = tokenOf({ ctime: NOW, expire: NOW + 3600 });
  const at =
    (seconds: number) =>
    async (page: Page): Promise<void> =>
      page.clock.setFixedTime(seconds * 1000);
  const moments = (page: Page): Promise<string[]> =>
    page
      .locator('.moments li')
      .evaluateAll((items) =>
        items.map((item) => (item as HTMLElement).dataset['moment'] as string),
      );

  test('has made, now, renewal and end in their order', async ({ open }) => {
    const page = await open({ prepare: at(NOW + 600) });
    await inspect(page, token, SECRET);
    await verdictIs(page, 'This token is good');
    expect(await moments(page)).toEqual(['made', 'now', 'renew', 'end']);
    const text = await page.locator('.moments').textContent();
    expect(text).toContain('10 min 0 sec ago');
    expect(text).toContain('in 49 min 30 sec');
    const place = (moment: string): Promise<string> =>
      page.locator(`.timeline .${moment}`).evaluate((mark) => (mark as HTMLElement).style.left);
    expect(await place('made')).toBe('0%');
    expect(Number.parseFloat(await place('now'))).toBeCloseTo(100 / 6, 3);
    expect(await place('end')).toBe('100%');
  });

  test('shows that a clock is wrong', async ({ open }) => {
    const page = await open({ prepare: at(NOW - 600) });
    await inspect(page, token, SECRET);
    await verdictIs(page, 'This token is good');
    expect(await moments(page)).toEqual(['now', 'made', 'renew', 'end']);
    expect(await page.locator('.timeline .skew').count()).toBe(1);
    await page.getByText('It was made in the future').waitFor();
  });

  test('without the secret it has what the frame says', async ({ open }) => {
    const page = await open({ prepare: at(NOW + 7200) });
    await inspect(page, token);
    await page.locator('.verdict[data-verdict=bad]').waitFor();
    expect(await moments(page)).toEqual(['renew', 'end', 'now']);
  });
});
