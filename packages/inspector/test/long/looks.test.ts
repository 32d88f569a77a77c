import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, verdictIs } from '../sample.ts';

describe('where the system forces its colours', () => {
  test('the chosen tab and the chosen option differ from the others', async ({ open }) => {
    const page = await open({ forcedColors: 'active' });
    const looks = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { backgroundColor, borderBottomColor } = getComputedStyle(element);
          return `${backgroundColor} ${borderBottomColor}`;
        });
    expect(await looks('[role=tab][aria-selected=true]')).not.toBe(
      await looks('[role=tab][aria-selected=false]'),
    );
    expect(await looks('.choice-options label:has(:checked)')).not.toBe(
      await looks('.choice-options label:has(:not(:checked))'),
    );
    await page.getByRole('button', { name: 'Good', exact: true }).click();
    await verdictIs(page, MAY_DO_BOTH);
    const fields = await page
      .locator('.dump [data-part]')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).backgroundColor));
    expect(new Set(fields).size).toBeGreaterThanOrEqual(4);
  });
});

test('every control is at least 24 pixels wide and high', async ({ open }) => {
  const page = await open({ viewport: { width: 320, height: 700 } });
  const small = (): Promise<string[]> =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'button, a, summary, label:has(input), select, input, textarea',
        ),
      ]
        // A label is touched for its input; the skip link is for the keyboard.
        .filter((element) => !element.matches('label input, .skip') && element.checkVisibility())
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width < 24 || height < 24;
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
  expect(await small()).toEqual([]);
  await inspect(page, `${roomToken()}\n${roomToken()}`, SECRET);
  await page.getByRole('button', { name: 'Token 1', exact: true }).click();
  await page.locator('.opened .inside').waitFor();
  expect(await small()).toEqual([]);
  await page.getByRole('tab', { name: 'Generate' }).click();
  await page.getByLabel('Room', { exact: true }).check();
  expect(await small()).toEqual([]);
});

test('headings skip no level', async ({ open }) => {
  const page = await open();
  await inspect(page, roomToken(), 'x'.repeat(32));
  await page.locator('.verdict').waitFor();
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((headings) =>
      headings.filter((each) => each.checkVisibility()).map(({ tagName }) => Number(tagName[1])),
    );
  expect(levels[0]).toBe(1);
  expect(levels.length).toBeGreaterThan(5);
  for (const [index, level] of levels.entries()) {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  }
});
