import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, tokenOf, verdictIs } from '../sample.ts';

/** In CSS pixels: phones, tablets and desktops, and a laptop at 200 % and at 400 %. */
const SIZES = [
  [320, 568],
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1600, 900],
  [640, 360],
  [320, 256],
] as const;

/** Whether all of the headline is within the window, and nothing lies over it. */
async function isInSight(page: Page): Promise<boolean> {
  return page.locator('.headline').evaluate((headline) => {
    const { top, bottom, left, width } = headline.getBoundingClientRect();
    const covers = document.elementFromPoint(left + Math.min(20, width / 2), (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && headline.contains(covers);
  });
}

/** A room token with these privileges. */
function tokenWith(privilege: object): string {
  return tokenOf({
    payload: JSON.stringify({ room_id: 'r', privilege, stream_id_list: null }),
  });
}

describe.for(SIZES)('at %i × %i', ([width, height]) => {
  test('the verdict is in sight after a sample, a paste and an edit, however far it is scrolled', async ({
    open,
  }) => {
    const page = await open();
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: 'Another secret' }).click();
    await page.locator('.verdict[data-verdict=bad]').waitFor();
    expect(await isInSight(page), 'after a sample').toBe(true);

    const token = page.getByLabel('Token or kit token');
    await token.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(roomToken());
    await page.locator('.verdict[data-verdict=unknown]').waitFor();
    expect(await isInSight(page), 'after a paste').toBe(true);

    const secret = page.locator('#panel-inspect').getByLabel('Server secret', { exact: true });
    await secret.fill(SECRET);
    await verdictIs(page, MAY_DO_BOTH);
    expect(await isInSight(page), 'after an edit').toBe(true);

    for (const part of [0.3, 0.6, 1]) {
      await page.evaluate(
        (part) => scrollTo(0, part * document.documentElement.scrollHeight),
        part,
      );
      expect(await isInSight(page), `at ${part} of the page`).toBe(true);
    }
  });
});

test('the verdict never covers what has the focus', async ({ open }) => {
  const page = await open();
  await page.setViewportSize({ width: 390, height: 600 });
  await inspect(page, roomToken(), SECRET);
  await verdictIs(page, MAY_DO_BOTH);
  await page.getByLabel('Token or kit token').focus();
  for (let stop = 0; stop < 20; stop++) {
    await page.keyboard.press('Tab');
    const isCovered = await page.evaluate(() => {
      const focused = document.activeElement as Element;
      // After the last stop the body has the focus.
      if (focused === document.body) return false;
      const { top, bottom, left, right } = focused.getBoundingClientRect();
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return over?.closest('.verdict') !== null && focused.closest('.verdict') === null;
    });
    expect(isCovered, `stop ${stop}`).toBe(false);
    expect(await isInSight(page)).toBe(true);
  }
});

test('on a narrow screen the verdict is right under the token', async ({ open }) => {
  const page = await open();
  await page.setViewportSize({ width: 390, height: 1600 });
  await inspect(page, roomToken(), SECRET);
  await verdictIs(page, MAY_DO_BOTH);
  const bottomOfToken = await bottomOf(page, '.token-card');
  const { y } = (await page.locator('.verdict').boundingBox()) as { y: number };
  expect(y - bottomOfToken).toBeGreaterThanOrEqual(0);
  expect(y - bottomOfToken).toBeLessThan(32);
});

async function bottomOf(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).boundingBox();
  return box === null ? Number.NaN : box.y + box.height;
}

describe('with privileges the verdict has two parts', () => {
  test.for([
    [{ 1: 1, 2: 1 }, 'yes', 'yes', 'good'],
    [{ 1: 1, 2: 0 }, 'yes', 'no', 'doubt'],
    [{ 1: 0, 2: 1 }, 'no', 'yes', 'doubt'],
    [{ 1: 0, 2: 0 }, 'no', 'no', 'bad'],
  ] as const)('%j', async ([privilege, login, publish, tone], { open }) => {
    const page = await open();
    await inspect(page, tokenWith(privilege), SECRET);
    await verdictIs(page, `Log in: ${login} · Publish: ${publish}`);
    const verdict = page.locator('[data-verdict]');
    expect(await verdict.getAttribute('data-verdict')).toBe('good');
    expect(await verdict.getAttribute('data-login')).toBe(login);
    expect(await verdict.getAttribute('data-publish')).toBe(publish);
    expect(await verdict.getAttribute('data-tone')).toBe(tone);
    const reasons = verdict.locator('.reason');
    expect(await reasons.count()).toBe(login === 'yes' && publish === 'yes' ? 0 : 1);
  });

  test('where publishing a stream is asked for and denied, it says so first', async ({ open }) => {
    const page = await open();
    await inspect(page, tokenWith({ 1: 1, 2: 0 }), SECRET);
    await page.locator('#panel-inspect').getByLabel('Stream ID').fill('camera');
    await page.locator('[data-verdict=bad]').waitFor();
    await verdictIs(page, 'Log in: yes · Publish: no');
    expect(await page.locator('.verdict .reason').textContent()).toMatch(/publish/);
  });

  test('where the whole token is refused, its cause is the headline', async ({ open }) => {
    const page = await open();
    await inspect(page, tokenWith({ 1: 1, 2: 1 }), SECRET);
    await page.locator('#panel-inspect').getByLabel('App ID').fill('7');
    await verdictIs(page, 'Refused: the token is of another app');
    const verdict = page.locator('[data-verdict]');
    expect(await verdict.getAttribute('data-login')).toBe('no');
    expect(await verdict.getAttribute('data-publish')).toBe('no');
  });
});

test('no time is called unproved where a secret was given', async ({ open }) => {
  const page = await open();
  await inspect(page, roomToken());
  await verdictIs(page, 'Well-formed so far');
  expect(await page.locator('.countdown').textContent()).toContain('unproved');
  await inspect(page, roomToken(), 'x'.repeat(32));
  await verdictIs(page, 'Refused: another secret made the token, or it was altered');
  expect(await page.locator('.verdict').textContent()).not.toContain('unproved');
  const sizes = await page.evaluate(() =>
    ['.headline', '.countdown'].map((part) =>
      Number.parseFloat(getComputedStyle(document.querySelector(part) as Element).fontSize),
    ),
  );
  expect(sizes[1]).toBeLessThan(sizes[0] as number);
});

test('characters that cannot be seen are escaped wherever an ID is shown', async ({ open }) => {
  const payload = '{"room_id":"r\u2800\u3164","privilege":{"1":1,"2":1},"stream_id_list":null}';
  const userId = 'u\u00ada\u0000b\u200bc\u202ed';
  const page = await open();
  await inspect(page, tokenOf({ userId, payload }), SECRET);
  await verdictIs(page, MAY_DO_BOTH);
  expect(await page.locator('[data-claim=userId]').textContent()).toBe(
    'u\\u{ad}a\\u{0}b\\u{200b}c\\u{202e}d',
  );
  const shown = (await page.locator('#panel-inspect .results').textContent()) ?? '';
  expect(shown).not.toMatch(/[\u2800\u3164\u00ad\u200b\u202e]/);
  expect(shown).toContain('r\\u{2800}\\u{3164}');
});

test('a good token in quotes is refused as it was pasted, and the verdict says so', async ({
  open,
}) => {
  const page = await open();
  await inspect(page, `"${tokenWith({ 1: 1, 2: 1 })}"`, SECRET);
  // By its words, since the verdict before the secret is used has the same tone.
  await page.locator('[data-tone=doubt]', { hasText: 'with what stands around it' }).waitFor();
});
